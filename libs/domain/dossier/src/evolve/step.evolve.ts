import { type Evolvers, movedTo } from './evolver.js';

export const stepEvolvers: Evolvers<'StepCompleted'> = {
  StepCompleted: (state, { data, effectiveAt }) => movedTo(state, data, effectiveAt),
};
