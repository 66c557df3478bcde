import { jobIdOf } from '#libs/engine/queue';
import { v5 as uuidv5 } from 'uuid';

/** One running of one clock of one dossier: a new due moment is a new version, and everything planned for the old lapses. */
export interface DeadlineKey {
  readonly dossierId: string;
  readonly deadlineId: string;
  readonly version: number;
}

/** A rung of the ladder of a deadline. */
export interface RungKey extends DeadlineKey {
  readonly rung: string;
}

/** The queue in which bells hang. */
export const BELLS = 'bells';

/** The payload of a bell: what to look at. What to do about it is decided when it rings. */
export type BellJob = { readonly dossierId: string; readonly deadlineId: string; readonly version: number };

export const bellJobOf = ({ dossierId, deadlineId, version }: DeadlineKey): BellJob => ({
  dossierId,
  deadlineId,
  version,
});

/** The `attempt` makes it another job where the one before it was lost, or failed and stays to be seen. */
export const bellJobId = ({ dossierId, deadlineId, version, rung }: RungKey, attempt: number): string =>
  jobIdOf('rung', dossierId, deadlineId, version, rung, attempt);

/** The name space of the ids derived here; any fixed UUID. */
const NAMESPACE = '5b0c7e52-3f0e-5d0a-9a51-0c3d5f6f7a11';

/** The command that records a miss: the same for every sweep and worker that asks, so that it happens once. */
export const missedCommandId = ({ dossierId, deadlineId, version }: DeadlineKey): string =>
  uuidv5(`${dossierId}/${deadlineId}/${version}/missed`, NAMESPACE);
