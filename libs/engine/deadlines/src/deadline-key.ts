import { jobIdOf } from '#libs/engine/queue';
import type { Instant } from '#libs/domain/kernel';
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

/** The payload of a bell: a moment, in milliseconds since 1970. Which rungs have come is asked when it rings. */
export type BellJob = { readonly at: number };

/** Of a moment with very many rungs several bells hang, so that several workers come. */
export const bellJobId = (ringAt: Instant, nth: number): string => jobIdOf('moment', Date.parse(ringAt), nth);

/** One text per deadline, to find it in a map. */
export const textOf = ({ dossierId, deadlineId, version }: DeadlineKey): string =>
  `${dossierId}/${deadlineId}/${version}`;

/** The name space of the ids derived here; any fixed UUID. */
const NAMESPACE = '5b0c7e52-3f0e-5d0a-9a51-0c3d5f6f7a11';

/** The command that records a miss: the same for every sweep and worker that asks, so that it happens once. */
export const missedCommandId = (key: DeadlineKey): string => uuidv5(`${textOf(key)}/missed`, NAMESPACE);
