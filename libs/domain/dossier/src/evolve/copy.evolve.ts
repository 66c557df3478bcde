import type { Evolvers } from './evolver.js';

export const copyEvolvers: Evolvers<'DecisionCopied' | 'CopyCorrected'> = {
  DecisionCopied: (state, { data }) => ({
    ...state,
    copies: new Map(state.copies).set(data.copyId, { ...data, corrected: [] }),
  }),
  CopyCorrected: (state, { data }) => {
    const copy = state.copies.get(data.copyId);
    if (!copy) return state;
    const { to, sentOn } = copy;
    const corrected = [...copy.corrected, { to, sentOn, reason: data.reason }];
    return {
      ...state,
      copies: new Map(state.copies).set(data.copyId, { ...copy, to: data.to, sentOn: data.sentOn, corrected }),
    };
  },
};
