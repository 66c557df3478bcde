/** Places at which a process can die with different consequences, by name, so that tests can let it die there. */
export type CommandTriggerPoint =
  /** A part of a command in several parts stands in the log, and the next one does not. */
  'part-written';

export interface CommandTriggerPoints {
  reached(point: CommandTriggerPoint): Promise<void>;
}

/** What runs outside tests: nothing happens at any point. */
export const noCommandTriggers: CommandTriggerPoints = { reached: () => Promise.resolve() };
