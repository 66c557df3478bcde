import type { Actor, Instant } from '#libs/domain/kernel';
import type { Appended } from '#libs/engine/event-store';

/** Who sends a command, when it is meant to hold, and what it rests on. */
export interface CommandRequest {
  readonly actor: Actor;
  /** One per intention of the sender, a UUID: sent twice, it happens once. */
  readonly commandId: string;
  /** A digest of what was asked for: the same id with another digest is refused. */
  readonly fingerprint: string;
  /** Joins what belongs to one request or one chain of reactions. */
  readonly correlationId: string;
  /** The event that caused it, for a reaction. */
  readonly causationId?: string;
  /** The revision the sender saw. Reactions and the sweep see no revision: they decide on what is there. */
  readonly ifMatch?: number;
  /** When the act took place; without it, now. */
  readonly effectiveAt?: Instant;
  /** Why it is recorded later than it took place. */
  readonly backdatingReason?: string;
}

/** What an obeyed command answers, the first time and every time it is sent again. */
export interface CommandAnswer {
  readonly id: string;
  /** The revision after it: what the next `If-Match` names. */
  readonly revision: number;
  /** Its place in the log: hand it to a reader as `minPosition` to see one's own act. */
  readonly position: string;
  /** The types of the facts it made. */
  readonly events: readonly string[];
}

export const answerOf = (id: string, appended: Appended, events: readonly string[]): CommandAnswer => ({
  id,
  revision: appended.lastRevision,
  position: appended.position,
  events,
});
