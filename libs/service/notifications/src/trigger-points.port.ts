/** Places at which a process can die with different consequences, by name, so that tests can let it die there. */
export type TriggerPoint =
  /** Rungs are settled and their messages lie in envelopes; no letter is made of them yet. */
  | 'bell-rung'
  /** Letters are made; no job knows of them yet. */
  | 'sealed'
  | 'before-claim'
  | 'claimed'
  /** The server has taken the letter; nobody has noted it yet. */
  | 'sent';

export interface TriggerPoints {
  reached(point: TriggerPoint): Promise<void>;
}

/** What runs outside tests: nothing happens at any point. */
export const noTriggers: TriggerPoints = { reached: () => Promise.resolve() };
