import {
  type DossierFactOf,
  type DossierState,
  evolveDossier,
  type MaybeDossier,
  type RecordedDossierFact,
} from '#libs/domain/dossier';
import { type Instant, type LocalDate, localDateOf } from '#libs/domain/kernel';

/** A letter with which a dossier was handed on. */
export interface LetterFact {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly letter?: { readonly number: string; readonly date: LocalDate };
  readonly at: Instant;
  /** The dossier as it was handed on. */
  readonly dossier: DossierState;
}

/** A receipt, with the clocks that it started. */
export interface ReceiptFact {
  readonly at: Instant;
  readonly bodyId: string;
  readonly dossier: DossierState;
  readonly set: readonly DossierFactOf<'DeadlineSet'>['data'][];
  readonly awaited: readonly DossierFactOf<'DeadlineAwaited'>['data'][];
}

/** A request for a supplement. */
export interface SupplementFact {
  readonly at: Instant;
  readonly bodyId: string;
  readonly data: DossierFactOf<'SupplementRequested'>['data'];
}

/** A council's result. */
export interface CouncilFact {
  readonly at: Instant;
  readonly bodyId: string;
  /** Where the dossier was: one of these is the step of the vote. */
  readonly places: readonly string[];
  readonly data: DossierFactOf<'DossierVoted'>['data'];
  readonly dossier: DossierState;
}

/** All that the papers about one dossier are made of. Of acts that come again, the last. */
export interface DossierPaperFacts {
  readonly dossier: DossierState;
  readonly submission?: LetterFact;
  readonly forwarding?: LetterFact;
  readonly receipt?: ReceiptFact;
  readonly supplement?: SupplementFact;
  readonly council?: CouncilFact;
  /** When the last fact but those of clocks held: what a draft is dated by, so that no clock of a machine is asked. */
  readonly changedAt: Instant;
}

/** Folds a dossier's facts to what papers need of them; `undefined` where there are none. */
export function dossierPaperFacts(facts: readonly RecordedDossierFact[]): DossierPaperFacts | undefined {
  let state: MaybeDossier;
  let gathered: Omit<DossierPaperFacts, 'dossier' | 'changedAt'> = {};
  let changedAt = facts[0]?.effectiveAt ?? '';
  for (const fact of facts) {
    const before = state;
    const after = evolveDossier(before, fact);
    state = after;
    if (!after) continue;
    gathered = { ...gathered, ...gatheredFrom(fact, before ?? after, after, gathered.receipt) };
    if (!fact.type.startsWith('Deadline')) changedAt = fact.effectiveAt;
  }
  return state && { dossier: state, ...gathered, changedAt };
}

function gatheredFrom(
  fact: RecordedDossierFact,
  before: DossierState,
  dossier: DossierState,
  receipt: ReceiptFact | undefined,
): Omit<DossierPaperFacts, 'dossier' | 'changedAt'> {
  const { effectiveAt: at } = fact;
  switch (fact.type) {
    case 'DossierSubmitted': {
      const { letter } = fact.data;
      const toUnitId = dossier.bodyId;
      return {
        submission: { fromUnitId: before.submittingUnitId, toUnitId, at, dossier, ...(letter ? { letter } : {}) },
      };
    }
    case 'DossierForwarded': {
      const { toBodyId: toUnitId, letter } = fact.data;
      return { forwarding: { fromUnitId: before.bodyId, toUnitId, at, dossier, letter } };
    }
    case 'DossierReceived':
      return { receipt: { at, bodyId: before.bodyId, dossier, set: [], awaited: [] } };
    case 'DeadlineSet':
      return receipt && begins(receipt, fact.data) ? { receipt: { ...receipt, set: [...receipt.set, fact.data] } } : {};
    case 'DeadlineAwaited':
      return receipt && begins(receipt, fact.data)
        ? { receipt: { ...receipt, awaited: [...receipt.awaited, fact.data] } }
        : {};
    case 'SupplementRequested':
      return { supplement: { at, bodyId: before.bodyId, data: fact.data } };
    case 'DossierVoted':
      return { council: { at, bodyId: before.bodyId, places: before.places, data: fact.data, dossier } };
    default:
      return {};
  }
}

/** Whether a clock began with the receipt; one that was awaited and is set later is not told again. */
const begins = (
  { at, set, awaited }: ReceiptFact,
  { deadlineId, startedAt }: { readonly deadlineId: string; readonly startedAt: Instant },
): boolean => startedAt === at && ![...set, ...awaited].some((each) => each.deadlineId === deadlineId);

/** The day in the office on which a letter is dated, or was handed on where it has no date of its own. */
export const dayOfLetter = ({ letter, at }: LetterFact): LocalDate => letter?.date ?? localDateOf(at);
