import type { Projection } from '#libs/engine/projections';
import { awardHistoryProjection } from './award-history/award-history.projection.js';
import { consultationProjection } from './consultation/consultation.projection.js';
import { deadlinesProjection } from './deadlines/deadlines.projection.js';
import { dossierListProjection } from './dossier-list/dossier-list.projection.js';
import { notificationsProjection } from './notifications/notifications.projection.js';
import { statisticsProjection } from './statistics/statistics.projection.js';
import { timelineProjection } from './timeline/timeline.projection.js';
import { worklistProjection } from './worklist/worklist.projection.js';

export {
  asHistory,
  AwardHistoryQuery,
  type HistoryLine,
  type RecipientHistory,
  type RecipientSought,
} from './award-history/award-history.query.js';
export type { HistoryRow } from './award-history/award-history.tables.js';
export { awardHistoryProjection } from './award-history/award-history.projection.js';
export { consultationProjection } from './consultation/consultation.projection.js';
export { type AskedOpinion, OpinionsQuery } from './consultation/opinions.query.js';
export { noticeCode } from './consultation/notice-code.js';
export { type HangingNotice, PublicNoticesQuery } from './consultation/public-notices.query.js';
export { deadlinesProjection } from './deadlines/deadlines.projection.js';
export {
  DeadlinesQuery,
  type DeadlineFilter,
  type DeadlineItem,
  type DeadlineOfDossier,
  type RunningDeadline,
} from './deadlines/deadlines.query.js';
export { type Settled, settledStates } from './deadlines/settled.js';
export {
  type AnswerFigure,
  type ClockFigure,
  type ClusterFigure,
  type Counted,
  type CountedNominee,
  type CountedStanding,
  type FigureFilter,
  FiguresQuery,
  type ReturnReason,
  type StayFigure,
  type WorkersFigure,
  countedStandings,
} from './figures/figures.query.js';
export { OpenClocksQuery } from './deadlines/open-clocks.query.js';
export type { DeadlineRow, DeadlineStanding } from './deadlines/deadlines.tables.js';
export { dossierListProjection } from './dossier-list/dossier-list.projection.js';
export {
  DossierListQuery,
  type DossierListFilter,
  type DossierListItem,
  type DossierSort,
  type KeptVersion,
  type Span,
  type StepOfVersion,
  dossierSorts,
} from './dossier-list/dossier-list.query.js';
export { type DossierOutcome, dossierOutcomes } from './dossier-list/dossier-list.tables.js';
export {
  notificationCategories,
  messageKindsOf,
  notificationGroups,
  type NotificationCategory,
  type NotificationGroup,
} from './notifications/audiences.js';
export { notificationsProjection } from './notifications/notifications.projection.js';
export {
  COUNT_UNREAD_TO,
  type NotificationItem,
  type NotificationReader,
  NotificationsQuery,
} from './notifications/notifications.query.js';
export { knownEventTypes, type EventShapes } from './shared/event-shapes.js';
export {
  cursorInstant,
  cursorText,
  MAX_PAGE,
  type Page,
  type PageRequest,
  readPageRequest,
  toCursor,
  toPage,
} from './shared/page.js';
export { plainText } from './shared/plain-text.js';
export type { Scope } from './shared/scope.js';
export { statisticsProjection } from './statistics/statistics.projection.js';
export {
  type Figures,
  type Share,
  type Statistics,
  type StatisticsDimension,
  statisticsDimensions,
  type StatisticsFilter,
  type StatisticsGroup,
  statisticsOutcomes,
  StatisticsQuery,
} from './statistics/statistics.query.js';
export { actorColumnsOf } from './timeline/actor-columns.js';
export { timelineProjection } from './timeline/timeline.projection.js';
export {
  type DecisionFilter,
  type DecisionListItem,
  DecisionListQuery,
  type DecisionStage,
  decisionStages,
} from './timeline/decision-list.query.js';
export { type StepCount, StepCountsQuery } from './dossier-list/step-counts.query.js';
export {
  type Screened,
  type ScreeningAsked,
  type ScreeningQuestion,
  screeningQuestions,
  ScreeningQuery,
} from './screening/screening.query.js';
export { TimelineQuery, type TimelineRequest } from './timeline/timeline.query.js';
export type { TimelineRow } from './timeline/timeline.tables.js';
export { RunningDossiersQuery } from './worklist/running-dossiers.query.js';
export { WorkCandidatesQuery } from './worklist/work-candidates.query.js';
export { placeOf, type WorklistViewer } from './worklist/worklist-viewer.js';
export { worklistProjection } from './worklist/worklist.projection.js';
export * from './worklist/worklist.query.js';

/** Every read model there is. */
export const projections: readonly Projection[] = [
  dossierListProjection,
  deadlinesProjection,
  timelineProjection,
  worklistProjection,
  statisticsProjection,
  notificationsProjection,
  awardHistoryProjection,
  consultationProjection,
];
