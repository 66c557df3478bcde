import { type Evolvers, movedTo } from './evolver.js';

export const intakeEvolvers: Evolvers<
  'DossierReceived' | 'SupplementRequested' | 'DossierSupplemented' | 'DossierReturned'
> = {
  DossierReceived: (state, { data, revision, effectiveAt }) => {
    const { provisional: _before, ...received } = movedTo(state, data, effectiveAt);
    return {
      ...received,
      procedure: data.procedure,
      ...(data.provisional ? { provisional: data.provisional } : {}),
      ...(data.boundBefore ? { boundBefore: [...(state.boundBefore ?? []), data.boundBefore] } : {}),
      receivedAt: effectiveAt,
      ...(data.level === undefined ? {} : { receipts: { ...state.receipts, [data.level]: effectiveAt } }),
      warnings: data.warnings,
      ...(data.cluster === undefined
        ? {}
        : {
            cluster: data.cluster,
            statedAt: { ...state.statedAt, cluster: [...(state.statedAt.cluster ?? []), revision] },
          }),
    };
  },
  SupplementRequested: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
  DossierSupplemented: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
  DossierReturned: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
};
