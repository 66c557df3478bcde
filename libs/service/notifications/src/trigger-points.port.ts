/** Places at which a process can die with different consequences, by name, so that tests can let it die there. */
export type TriggerPoint =
  /** The rung is settled and the letters stand in the table; no job knows of them yet. */
  | 'bell-rung'
  | 'before-claim'
  | 'claimed'
  /** The mail server has taken the letter; nobody has noted it yet. */
  | 'sent';

export interface TriggerPoints {
  reached(point: TriggerPoint): Promise<void>;
}

/** What runs outside tests: nothing happens at any point. */
export const noTriggers: TriggerPoints = { reached: () => Promise.resolve() };
