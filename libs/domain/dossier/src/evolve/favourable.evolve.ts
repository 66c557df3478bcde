import type { Evolvers } from './evolver.js';

export const favourableEvolvers: Evolvers<'FavourableRuleApplied'> = {
  FavourableRuleApplied: (state, { data: { rule, version } }) => ({
    ...state,
    favourable: [...state.favourable.filter((applied) => applied.rule !== rule), { rule, version }],
  }),
};
