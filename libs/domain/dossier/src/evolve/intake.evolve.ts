import { type Evolvers, movedTo } from './evolver.js';

export const intakeEvolvers: Evolvers<
  'DossierReceived' | 'SupplementRequested' | 'DossierSupplemented' | 'DossierReturned'
> = {
  DossierReceived: (state, { data, revision, effectiveAt }) => ({
    ...movedTo(state, data, effectiveAt),
    procedure: data.procedure,
    receivedAt: effectiveAt,
    warnings: data.warnings,
    ...(data.cluster === undefined
      ? {}
      : {
          cluster: data.cluster,
          statedAt: { ...state.statedAt, cluster: [...(state.statedAt.cluster ?? []), revision] },
        }),
  }),
  SupplementRequested: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
  DossierSupplemented: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
  DossierReturned: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
};
