import type { Projection } from '#libs/engine/projections';
import { knownEventTypes, projections } from '#libs/service/read-models';
import { tallyOf } from './tally.projection.js';

/** Every read model, and one in which an event counted twice or left out shows. */
export const officeProjections: readonly Projection[] = [
  ...projections,
  tallyOf({ types: knownEventTypes }).projection,
];
