import { type LocalDate, type Recorded, localDateOf } from '#libs/domain/kernel';
import type { DecisionFactOf, RecordedDecisionFact } from './decision.events.js';

export type Recipient = DecisionFactOf<'DecisionDrafted'>['data']['recipients'][number];

/** Drafted (dự thảo), issued (đã ban hành) or given up (đã bỏ); the last two for good. */
export type DecisionStage = 'drafted' | 'issued' | 'given_up';

/** Why one award was cancelled. */
export type Cancellation = Pick<DecisionFactOf<'AwardCancelled'>['data'], 'ground' | 'reason'>;

/** A cancellation that holds, and the fact that made it: what is taken again for a restoration names it. */
export interface StandingCancellation extends Cancellation {
  /** Of the `AwardCancelled`. */
  readonly revision: number;
}

/** Why one award was given back. */
export type Restoration = Pick<DecisionFactOf<'AwardRestored'>['data'], 'reason'>;

/** A decision as its facts say it is. */
export interface DecisionState {
  readonly id: string;
  readonly revision: number;
  readonly stage: DecisionStage;
  readonly bodyId: string;
  readonly series: string;
  readonly award: string;
  /** The day of the draft in the office: no decision is dated before it. */
  readonly draftedOn: LocalDate;
  readonly recipients: readonly Recipient[];
  readonly issue?: DecisionFactOf<'DecisionIssued'>['data'];
  readonly givenUp?: DecisionFactOf<'NumberGivenUp'>['data'];
  /** Those whose award is cancelled, by recipient (`recipientKey`). */
  readonly cancelled: ReadonlyMap<string, StandingCancellation>;
  /** Those whose award was cancelled and stands again, by recipient. */
  readonly restored: ReadonlyMap<string, Restoration>;
  /** How often an award of it was restored, one twice where it was cancelled twice. */
  readonly restorations: number;
}

/** Before its first fact a decision does not exist. */
export type MaybeDecision = DecisionState | undefined;

/** What tells recipients apart: nominee ids are only unique within their dossier. */
export const recipientKey = ({ dossierId, nomineeId }: Pick<Recipient, 'dossierId' | 'nomineeId'>): string =>
  `${dossierId}/${nomineeId}`;

/** Folds one fact. Throws when the first fact is no draft: such a stream was not written by `decide`. */
export function evolveDecision(state: MaybeDecision, fact: RecordedDecisionFact): DecisionState {
  const { revision } = fact;
  if (fact.type === 'DecisionDrafted') {
    const { decisionId, ...draft } = fact.data;
    const draftedOn = localDateOf(fact.effectiveAt);
    return { id: decisionId, revision, stage: 'drafted', ...draft, ...noneCancelled, draftedOn };
  }
  if (!state) throw new Error(`A decision cannot begin with ${fact.type}.`);
  if (fact.type === 'DecisionIssued') return { ...state, revision, stage: 'issued', issue: fact.data };
  if (fact.type === 'NumberGivenUp') return { ...state, revision, stage: 'given_up', givenUp: fact.data };
  return {
    ...state,
    revision,
    ...(fact.type === 'AwardCancelled' ? cancelledBy(fact, state) : restoredBy(fact, state)),
  };
}

type Standing = Pick<DecisionState, 'cancelled' | 'restored' | 'restorations'>;

const noneCancelled: Standing = { cancelled: new Map(), restored: new Map(), restorations: 0 };

function cancelledBy(
  { data, revision }: Recorded<DecisionFactOf<'AwardCancelled'>>,
  before: Standing,
): Partial<Standing> {
  const { ground, reason } = data;
  const key = recipientKey(data);
  return {
    cancelled: new Map(before.cancelled).set(key, { ground, reason, revision }),
    restored: without(before.restored, key),
  };
}

function restoredBy({ data }: Recorded<DecisionFactOf<'AwardRestored'>>, before: Standing): Standing {
  const key = recipientKey(data);
  return {
    cancelled: without(before.cancelled, key),
    restored: new Map(before.restored).set(key, { reason: data.reason }),
    restorations: before.restorations + 1,
  };
}

function without<V>(all: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(all);
  rest.delete(key);
  return rest;
}
