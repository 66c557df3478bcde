import { asksHistory, nothingKnown, propose, type Proposal } from '#libs/domain/eligibility';
import { localDateOf } from '#libs/domain/kernel';
import type { Criterion, Procedure } from '#libs/domain/procedure';
import type { DossierContext } from './dossier.context.js';
import type { DossierState, NomineeState } from './dossier.state.js';

/**
 * Đề xuất: what the criteria of the version say about a nominee on the day of the receipt, be it this one or the last;
 * `undefined` where they ask nothing of him.
 */
export function proposalFor(
  nominee: NomineeState,
  { state, procedure, context }: ProposalCircumstances,
  asked: Criterion['asked'] = 'appraisal',
): Proposal | undefined {
  return propose(
    procedure.criteria,
    {
      ref: `${state.id}/${nominee.id}`,
      statedAt: nominee.addedAt,
      kind: nominee.kind,
      ...(nominee.grade === undefined ? {} : { grade: nominee.grade }),
      claims: nominee.claims ?? {},
      history: context.histories?.get(nominee.id) ?? nothingKnown,
      awardKind: state.kind,
      on: localDateOf(asked === 'receipt' ? context.effectiveAt : (state.receivedAt ?? context.effectiveAt)),
    },
    asked,
  );
}

/** What a proposal rests on besides the nominee. */
export interface ProposalCircumstances {
  readonly state: Pick<DossierState, 'id' | 'kind' | 'receivedAt'>;
  readonly procedure: Pick<Procedure, 'criteria'>;
  readonly context: Pick<DossierContext, 'histories' | 'effectiveAt'>;
}

/** Whether a decision on this act needs to know the nominees' earlier awards. */
export const concernsHistory = (act: string, procedure: Pick<Procedure, 'criteria'>): boolean => {
  const asked = act === 'receive' ? 'receipt' : act === 'appraise-nominees' ? 'appraisal' : undefined;
  return procedure.criteria.prerequisites.some((criterion) => criterion.asked === asked && asksHistory(criterion));
};
