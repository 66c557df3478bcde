import { type LocalDate, localDateOf } from '#libs/domain/kernel';
import type { DecisionFactOf, RecordedDecisionFact } from './decision.events.js';

export type Recipient = DecisionFactOf<'DecisionDrafted'>['data']['recipients'][number];

/** Drafted (dự thảo), issued (đã ban hành) or given up (đã bỏ); the last two for good. */
export type DecisionStage = 'drafted' | 'issued' | 'given_up';

/** Why one award was cancelled. */
export type Cancellation = Pick<DecisionFactOf<'AwardCancelled'>['data'], 'ground' | 'reason'>;

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
  /** By recipient (`recipientKey`). */
  readonly cancelled: ReadonlyMap<string, Cancellation>;
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
    return { id: decisionId, revision, stage: 'drafted', ...draft, draftedOn, cancelled: new Map() };
  }
  if (!state) throw new Error(`A decision cannot begin with ${fact.type}.`);
  if (fact.type === 'DecisionIssued') return { ...state, revision, stage: 'issued', issue: fact.data };
  if (fact.type === 'NumberGivenUp') return { ...state, revision, stage: 'given_up', givenUp: fact.data };
  const { ground, reason } = fact.data;
  return { ...state, revision, cancelled: new Map(state.cancelled).set(recipientKey(fact.data), { ground, reason }) };
}
