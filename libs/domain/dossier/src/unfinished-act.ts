import type { Instant } from '#libs/domain/kernel';
import type { Act } from '#libs/domain/procedure';
import type { DossierEventType } from './dossier.events.js';

/**
 * A command whose facts did not fit into one append, and of which the rest is still to come: the sender is about to write it,
 * or was interrupted and completes it by sending the same command again.
 */
export interface UnfinishedAct {
  /** The act, `add-nominees`; of facts that no act stands behind, their type. */
  readonly act: Act | DossierEventType;
  /** The last part that is here, from 1, of so many. */
  readonly part: number;
  readonly of: number;
  /** When the last part was recorded. */
  readonly since: Instant;
}

/**
 * So long others wait for the rest: a sender who was cut off comes back within minutes or never. Then the dossier is free again,
 * with what is there. Not a figure of the law.
 */
const REST_IS_AWAITED_MS = 10 * 60_000;

/** Until when nobody else may go on. */
export const awaitedUntil = ({ since }: UnfinishedAct): Instant =>
  new Date(Date.parse(since) + REST_IS_AWAITED_MS).toISOString();
