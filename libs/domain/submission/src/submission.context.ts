import type { InSubmission } from '#libs/domain/dossier';
import type { Actor, Decision, Instant } from '#libs/domain/kernel';

/** What a letter has to know of a dossier, and what the dossier answers. */
export interface AskedDossier {
  readonly id: string;
  /** The body before which it lies. */
  readonly bodyId: string;
  /** The letter in which it stands already. */
  readonly submission?: InSubmission;
  /**
   * What it answers to what the command would do with it: to be listed and to be sent, that it goes up to the addressee; to be
   * received, that it is received. Of a sending and a receipt by the actor, as if he did it to the dossier alone.
   */
  readonly answer: Decision<unknown>;
}

/** What a decision on a letter needs besides its own past. */
export interface SubmissionContext {
  /** The id in the stream's name, for the draft. */
  readonly submissionId: string;
  readonly now: Instant;
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  /** The dossiers that the command or the letter names; one that does not exist is left out. */
  readonly dossiers: readonly AskedDossier[];
}
