import { EventStore } from '#libs/engine/event-store';
import { ProjectionProgress } from '#libs/engine/projections';
import type { Database } from '#libs/platform/postgres';
import { DATABASE } from '#libs/service/foundation';
import {
  AwardHistoryQuery,
  DeadlinesQuery,
  DecisionListQuery,
  DossierListQuery,
  FiguresQuery,
  NotificationsQuery,
  RunningDossiersQuery,
  OpinionsQuery,
  PublicNoticesQuery,
  ScreeningQuery,
  StatisticsQuery,
  StepCountsQuery,
  TimelineQuery,
  WorklistQuery,
  projections,
} from '#libs/service/read-models';
import type { Provider } from '@nestjs/common';

/** The queries of the read models, and how far they have come. */
export const readModelProviders: Provider[] = [
  ...[
    AwardHistoryQuery,
    DossierListQuery,
    DeadlinesQuery,
    TimelineQuery,
    StatisticsQuery,
    FiguresQuery,
    ScreeningQuery,
    DecisionListQuery,
    StepCountsQuery,
    NotificationsQuery,
    RunningDossiersQuery,
    WorklistQuery,
    OpinionsQuery,
    PublicNoticesQuery,
  ].map((query) => ({
    provide: query,
    inject: [DATABASE],
    useFactory: (database: Database) => new query(database),
  })),
  {
    provide: ProjectionProgress,
    inject: [EventStore, DATABASE],
    useFactory: (store: EventStore, database: Database) => new ProjectionProgress(store, database, projections),
  },
];
