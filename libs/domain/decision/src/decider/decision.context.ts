import type { TakenCitation } from '#libs/domain/dossier';
import type { Actor, Instant } from '#libs/domain/kernel';
import type { DossierFacts } from '../dossier-facts.js';
import type { PrizeLaw } from '../prize-law.js';
import type { RegisterNumber } from '../register.js';

/** What a decision on a decision needs besides its own past. */
export interface DecisionContext {
  /** The id in the stream's name, for the draft. */
  readonly decisionId: string;
  readonly now: Instant;
  readonly actor: Actor;
  /** The dossiers that the command or the recipients name; one that does not exist is left out. */
  readonly dossiers: readonly DossierFacts[];
  readonly prizes: PrizeLaw;
  /** The number that stands in a register for this decision, if one was taken. */
  readonly number?: RegisterNumber;
  /** For a restoration: what the recipient cites and somebody else has by now. */
  readonly taken?: readonly TakenCitation[];
}
