import type { DossierState } from '../dossier.state.js';
import { carriedBy, type Evolvers, movedTo } from './evolver.js';

export const stepEvolvers: Evolvers<'StepCompleted'> = {
  StepCompleted: (state, { data, effectiveAt }) => ({
    ...movedTo(state, data, effectiveAt),
    ...carriedBy(data.submissionId, state, data),
    ...(data.unanswered ? { opinions: passedOver(state, data.unanswered, effectiveAt) } : {}),
  }),
};

/** Went on without them: whatever comes later, they had not answered. */
function passedOver(
  { opinions }: DossierState,
  unanswered: readonly string[],
  passedOverAt: string,
): DossierState['opinions'] {
  const next = new Map(opinions);
  for (const opinionId of unanswered) {
    const opinion = next.get(opinionId);
    if (opinion) next.set(opinionId, { ...opinion, passedOverAt });
  }
  return next;
}
