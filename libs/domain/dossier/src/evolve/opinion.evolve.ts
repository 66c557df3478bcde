import type { DossierState, OpinionState } from '../dossier.state.js';
import type { Evolvers } from './evolver.js';

function withOpinion(
  state: DossierState,
  opinionId: string,
  change: (opinion: OpinionState) => OpinionState,
): DossierState {
  const opinion = state.opinions.get(opinionId);
  return opinion ? { ...state, opinions: new Map(state.opinions).set(opinionId, change(opinion)) } : state;
}

export const opinionEvolvers: Evolvers<'OpinionRequested' | 'OpinionReceived' | 'OpinionWithdrawn'> = {
  OpinionRequested: (state, { data, effectiveAt }) => ({
    ...state,
    opinions: new Map(state.opinions).set(data.opinionId, { ...data, askedAt: effectiveAt }),
  }),
  OpinionReceived: (state, { data, effectiveAt }) => {
    const { opinionId, ...answer } = data;
    return withOpinion(state, opinionId, (opinion) => ({ ...opinion, answer: { ...answer, at: effectiveAt } }));
  },
  OpinionWithdrawn: (state, { data, effectiveAt }) =>
    withOpinion(state, data.opinionId, (opinion) => ({
      ...opinion,
      withdrawn: { reason: data.reason, at: effectiveAt },
    })),
};
