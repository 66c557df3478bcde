import type { DeadlineKey } from './deadline-key.js';

/** Something that a person should see; the work went on. Holds ids only. */
export interface DeadlineProblem {
  readonly during: 'plan' | 'ring' | 'sweep' | 'record-missed' | 'deliver' | 'queue';
  readonly deadline?: DeadlineKey;
  /** Data without which nobody can be reminded. */
  readonly missing?: 'procedure' | 'ladder' | 'calendar' | 'recipient';
  /** Why the store, the queue or a command said no. */
  readonly cause?: unknown;
}
