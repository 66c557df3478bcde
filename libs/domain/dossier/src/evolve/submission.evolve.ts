import type { Evolvers } from './evolver.js';

export const submissionEvolvers: Evolvers<'DossierEnteredInSubmission' | 'DossierReleasedFromSubmission'> = {
  DossierEnteredInSubmission: (state, { data }) => ({
    ...state,
    submission: { id: data.submissionId, to: data.to, place: state.step, carried: false },
  }),
  DossierReleasedFromSubmission: (state, { data }) => {
    const { submission, ...rest } = state;
    return submission?.id === data.submissionId ? rest : state;
  },
};
