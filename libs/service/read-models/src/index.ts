import type { Projection } from '#libs/engine/projections';
import { deadlinesProjection } from './deadlines/deadlines.projection.js';
import { dossierListProjection } from './dossier-list/dossier-list.projection.js';
import { timelineProjection } from './timeline/timeline.projection.js';

export { deadlinesProjection } from './deadlines/deadlines.projection.js';
export {
  DeadlinesQuery,
  type DeadlineFilter,
  type DeadlineItem,
  type DeadlineOfDossier,
  type RunningDeadline,
} from './deadlines/deadlines.query.js';
export type { DeadlineRow, DeadlineStanding } from './deadlines/deadlines.tables.js';
export { dossierListProjection } from './dossier-list/dossier-list.projection.js';
export {
  DossierListQuery,
  type DossierListFilter,
  type DossierListItem,
  type DossierSort,
  type Span,
  dossierSorts,
} from './dossier-list/dossier-list.query.js';
export { type DossierOutcome, dossierOutcomes } from './dossier-list/dossier-list.tables.js';
export { knownEventTypes, type EventShapes } from './shared/event-shapes.js';
export { MAX_PAGE, type Page, type PageRequest, readPageRequest, toPage } from './shared/page.js';
export type { Scope } from './shared/scope.js';
export { timelineProjection } from './timeline/timeline.projection.js';
export { TimelineQuery, type TimelineRequest } from './timeline/timeline.query.js';
export type { TimelineRow } from './timeline/timeline.tables.js';

/** Every read model there is. */
export const projections: readonly Projection[] = [dossierListProjection, deadlinesProjection, timelineProjection];
