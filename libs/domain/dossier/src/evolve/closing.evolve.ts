import { changed, type Evolvers, movedTo } from './evolver.js';

export const closingEvolvers: Evolvers<
  | 'NomineesEnteredInDecision'
  | 'NomineesReleasedFromDecision'
  | 'DecisionReceived'
  | 'AwardConferred'
  | 'DossierArchived'
> = {
  NomineesEnteredInDecision: (state, { data }) => ({
    ...state,
    nominees: changed(state.nominees, data.nominees, (nominee) => ({ ...nominee, decisionId: data.decisionId })),
  }),
  NomineesReleasedFromDecision: (state, { data }) => ({
    ...state,
    nominees: changed(state.nominees, state.nominees.keys(), (nominee) => {
      if (nominee.decisionId !== data.decisionId) return nominee;
      const { decisionId: _released, ...rest } = nominee;
      return rest;
    }),
  }),
  DecisionReceived: (state, { data, effectiveAt }) => ({
    ...movedTo(state, data, effectiveAt),
    decision: { id: data.decisionId, number: data.number, symbol: data.symbol, date: data.date },
    nominees: changed(state.nominees, data.nominees, (nominee) => ({
      ...nominee,
      decisionId: data.decisionId,
      decided: true,
    })),
  }),
  AwardConferred: (state, { data, effectiveAt }) => ({
    ...movedTo(state, data, effectiveAt),
    nominees: changed(state.nominees, data.nominees, (nominee) => ({ ...nominee, conferred: true })),
  }),
  DossierArchived: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
};
