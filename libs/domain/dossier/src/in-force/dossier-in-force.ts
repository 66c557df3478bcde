import { type Instant, type LocalDate, endOf, localDateOf } from '#libs/domain/kernel';
import { type DossierEventType, type RecordedDossierFact, isClockEvent } from '../dossier.events.js';
import { evolveDossier } from '../dossier.evolve.js';
import type { MaybeDossier } from '../dossier.state.js';
import { HeldFrom } from './held-from.js';

/** A fact that was recorded on a later day than the one from which it holds (ghi lùi). Names nobody. */
export interface LateFact {
  readonly revision: number;
  readonly type: DossierEventType;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  /** For a correction: the revision that had stated the wrong value. */
  readonly corrects?: number;
}

/** A dossier as it held in the office's world at the end of a day. */
export interface DossierInForce {
  /** `undefined` on a day on which nothing of it was in force yet. */
  readonly dossier: MaybeDossier;
  /** The facts in force, in the order in which they were recorded. */
  readonly facts: readonly RecordedDossierFact[];
  /** Those among them that somebody who looked on their day could not have known. Clocks go with their act. */
  readonly recordedLater: readonly LateFact[];
}

/**
 * What held at the end of a day (Asia/Ho_Chi_Minh), by what is known now (R61): facts are in force from their effective time
 * on, and never before those they rest on (`HeldFrom`); a correction holds as long as what it corrects (R59). Facts in force keep
 * the order in which they were recorded. Never throws. With a history that was cut first, it says what was then known
 * to have held.
 *
 * The later the day, the more facts: none is taken back. On a day after the last one it is the dossier of now.
 */
export function dossierInForce(history: Iterable<RecordedDossierFact>, day: LocalDate): DossierInForce {
  const over = endOf(day);
  const heldFrom = new HeldFrom();
  const facts: RecordedDossierFact[] = [];
  let asRecorded: MaybeDossier;
  let dossier: MaybeDossier;
  for (const fact of history) {
    const before = asRecorded;
    asRecorded = evolveDossier(before, fact);
    if (heldFrom.of(fact, before) >= over) continue;
    facts.push(fact);
    dossier = evolveDossier(dossier, fact);
  }
  return { dossier, facts, recordedLater: facts.flatMap(lateFact) };
}

/** Facts of a dossier that were recorded on a later day than they hold from; a correction always is one. */
function lateFact(fact: RecordedDossierFact): LateFact[] {
  const { revision, type, effectiveAt, recordedAt } = fact;
  if (fact.type === 'FactCorrected') return [{ revision, type, effectiveAt, recordedAt, corrects: fact.data.revision }];
  if (isClockEvent(type) || localDateOf(effectiveAt) >= localDateOf(recordedAt)) return [];
  return [{ revision, type, effectiveAt, recordedAt }];
}
