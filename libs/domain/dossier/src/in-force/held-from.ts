import type { Instant } from '#libs/domain/kernel';
import { type RecordedDossierFact, isClockEvent } from '../dossier.events.js';
import type { DossierState, MaybeDossier } from '../dossier.state.js';

/**
 * Says of each fact of a stream, in the order in which they were recorded, from when it is in force: from its own effective
 * time on, but never before the facts on which it rests.
 *
 * A fact that brings the dossier to another place, and every fact of which nothing else is known, rests on all that was recorded
 * before it: the office decided it on the whole dossier. At one place some facts are free of each other and may be recorded
 * in any order; they rest on the last such fact and on what concerns the same nominees, the secrecy or the same clock. What rests
 * on nothing later stays in force when something else is not yet: the set of facts in force on a day never lacks a cause of
 * one of them.
 */
export class HeldFrom {
  /** From when each revision is in force. */
  readonly #byRevision = new Map<number, Instant>();
  /** From when everything is in force that later facts may rest on. */
  #everything: Instant = '';
  /** … and everything up to the last fact that was decided on the whole dossier. */
  #place: Instant = '';
  readonly #concerned = new Map<string, Instant>();
  /** The last fact that no clock made. */
  #act: RecordedDossierFact | undefined;

  /** @param before the dossier of the facts recorded before. */
  of(fact: RecordedDossierFact, before: MaybeDossier): Instant {
    const from = this.#of(fact, before);
    this.#byRevision.set(fact.revision, from);
    if (!isClockEvent(fact.type)) this.#act = fact;
    return from;
  }

  #of(fact: RecordedDossierFact, before: MaybeDossier): Instant {
    if (fact.type === 'FactCorrected') {
      // What is right was right all along (R59): it holds as long as what it corrects.
      return this.#byRevision.get(fact.data.revision) ?? this.#everything;
    }
    if (fact.type === 'DeadlineMissed') {
      // Nothing rests on it: what was done in time and recorded late is in force from its day, missed or not.
      return latest(fact.effectiveAt, this.#place, this.#lastOf([clockOf(fact.data.deadlineId)]));
    }
    const about = subjectsOf(fact);
    const free = about !== undefined && before !== undefined;
    const from = free
      ? latest(this.#ownTime(fact, before), this.#place, this.#lastOf([...about.changes, ...about.asks]))
      : latest(fact.effectiveAt, this.#everything);
    for (const subject of about?.changes ?? []) this.#concerned.set(subject, from);
    this.#everything = latest(this.#everything, from);
    if (!free) this.#place = this.#everything;
    return from;
  }

  /**
   * A clock answers an act of the same append, and is in force with it. One that could be counted only when a calendar came ran
   * all along: it is in force from when the clock began to wait.
   */
  #ownTime(fact: RecordedDossierFact, before: DossierState): Instant {
    if (!isClockEvent(fact.type)) return fact.effectiveAt;
    const act = this.#act;
    const answers = act?.recordedAt === fact.recordedAt && act.effectiveAt === fact.effectiveAt;
    if (answers) return this.#byRevision.get(act.revision) ?? fact.effectiveAt;
    const settles = fact.type === 'DeadlineSet' && before.awaited.has(fact.data.deadlineId);
    return settles ? '' : fact.effectiveAt;
  }

  #lastOf(subjects: readonly string[]): Instant {
    return latest(...subjects.map((subject) => this.#concerned.get(subject) ?? ''));
  }
}

interface Subjects {
  /** What the fact says something new about. */
  readonly changes: readonly string[];
  /** What it had to look at. */
  readonly asks: readonly string[];
}

/** What a fact is about that may be recorded in any order at its place; `undefined` for one that was decided on the whole. */
function subjectsOf(fact: RecordedDossierFact): Subjects | undefined {
  if (isClockEvent(fact.type)) {
    const { deadlineId } = fact.data as { readonly deadlineId: string };
    return { changes: [clockOf(deadlineId)], asks: [] };
  }
  switch (fact.type) {
    case 'NomineesAdded':
      // Ids are given in the order of the lists.
      return { changes: ['list', ...fact.data.nominees.map(({ id }) => `nominee ${id}`)], asks: [] };
    case 'NomineesAppraised':
      return { changes: fact.data.verdicts.map(({ nomineeId }) => `nominee ${nomineeId}`), asks: [] };
    case 'EvidenceLost':
      return { changes: fact.data.nominees.map(({ nomineeId }) => `nominee ${nomineeId}`), asks: [] };
    case 'DossierClassified':
      return { changes: ['secrecy'], asks: [] };
    case 'DocumentAttached':
      return { changes: [], asks: ['secrecy'] };
    default:
      return undefined;
  }
}

/** All turns of one clock: the next begins only when the one before is over. */
const clockOf = (deadlineId: string): string => `clock ${deadlineId.replace(/-\d+$/, '')}`;

/** Instants are texts that sort as the moments do; the empty text is before all of them. */
const latest = (...instants: readonly Instant[]): Instant =>
  instants.reduce((one, other) => (other > one ? other : one), '');
