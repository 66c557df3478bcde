import { AwardHistoryController } from './award-history/award-history.controller.js';
import { ListPreviewsController } from './award-history/list-previews.controller.js';
import { ProposalsController } from './award-history/proposals.controller.js';
import { SignIn } from '#libs/service/access';
import type { Database } from '#libs/platform/postgres';
import { CalendarFeeds } from '#libs/service/calendar-feed';
import { Acting, CommandsModule, DryRunTable } from '#libs/service/commands';
import { DocumentsModule } from '#libs/service/documents';
import { PapersModule } from '#libs/service/papers';
import { ProcedureDiagrams } from '#libs/service/procedure-diagram';
import { DATABASE, type Foundation, FoundationModule } from '#libs/service/foundation';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountAccessController } from './accounts/account-access.controller.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { MeController } from './accounts/me.controller.js';
import { MyTokensController } from './accounts/my-tokens.controller.js';
import { SecondFactorController } from './accounts/second-factor.controller.js';
import { CalendarFeedController } from './calendar-feed/calendar-feed.controller.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { CalendarPreviewController } from './calendars/preview.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { ComputeLimitController } from './calendars/compute-limit.controller.js';
import { ExtendDeadlineController } from './deadlines/extend-deadline.controller.js';
import { DeadlineExplanationController } from './deadlines/explanation.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { SubmissionCommandsController } from './submissions/submission-commands.controller.js';
import { SubmissionQueriesController } from './submissions/submission-queries.controller.js';
import { SubmissionWaitingController } from './submissions/submission-waiting.controller.js';
import { DecisionCommandsController } from './decisions/decision-commands.controller.js';
import { DecisionListController } from './decisions/decision-list.controller.js';
import { DecisionQueriesController } from './decisions/decision-queries.controller.js';
import { RegistersController } from './decisions/registers.controller.js';
import { ApiDescription } from './docs/api-description.js';
import { DocsController } from './docs/docs.controller.js';
import { ProblemsController } from './docs/problems.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { ApplyFavourableController } from './dossiers/apply-favourable.controller.js';
import { DossierCommandsController } from './dossiers/dossier-commands.controller.js';
import { DossierQueriesController } from './dossiers/dossier-queries.controller.js';
import { DossierReadingController } from './dossiers/dossier-reading.controller.js';
import { VoteOutlookController } from './dossiers/vote-outlook.controller.js';
import { OpeningsController } from './dossiers/openings.controller.js';
import { ScreeningController } from './screening/screening.controller.js';
import { FiguresController } from './statistics/figures.controller.js';
import { StepCountsController } from './procedures/step-counts.controller.js';
import { DryRunController } from './procedures/dry-run.controller.js';
import { ProcedureLifeController } from './procedures/procedure-life.controller.js';
import { HandoverParty } from './handovers/handover-party.js';
import { HandoversController } from './handovers/handovers.controller.js';
import { NewcomerView } from './handovers/newcomer-view.js';
import { OpenWorkController } from './handovers/open-work.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { AsDescribedGuard } from './http/as-described.guard.js';
import { PositionGuard } from './http/position.guard.js';
import { SignedInGuard } from './http/signed-in.guard.js';
import { LiveController } from './live/live.controller.js';
import { LogController } from './log/log.controller.js';
import { LookUpController } from './look-up/look-up.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { metricsProvider } from './metrics/metrics.providers.js';
import { MyPositionsController } from './me/positions.controller.js';
import { DeliveriesController } from './notifications/deliveries.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { PreferencesController } from './notifications/preferences.controller.js';
import { SendingController } from './notifications/sending.controller.js';
import { UnsubscribeController } from './notifications/unsubscribe.controller.js';
import { unsubscribeSecret } from './notifications/unsubscribe.providers.js';
import { ClusterCommandsController } from './organization/cluster-commands.controller.js';
import { ClusterQueriesController } from './organization/cluster-queries.controller.js';
import { UnitCommandsController } from './organization/unit-commands.controller.js';
import { openSignIn } from './sessions/open-sign-in.js';
import { UnitQueriesController } from './organization/unit-queries.controller.js';
import { ProceduresController } from './procedures/procedures.controller.js';
import { OpinionsController } from './opinions/opinions.controller.js';
import { ObjectionsController } from './public-notices/objections.controller.js';
import { PublicNoticePagesController } from './public-notices/public-notice-pages.controller.js';
import { PublicNoticesController } from './public-notices/public-notices.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { Rebuilds } from './read-models/rebuilds.js';
import { DecisionPapersController } from './papers/decision-papers.controller.js';
import { DossierPapersController } from './papers/dossier-papers.controller.js';
import { PaperOpeningsTeller } from './papers/paper-openings-teller.js';
import { ReadModelsController } from './read-models/read-models.controller.js';
import { OidcController } from './sessions/oidc.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { WaysInController } from './sessions/ways-in.controller.js';
import { readModelProviders } from './read-models.providers.js';
import { readingProviders } from './reading/reading.providers.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { webhooksProvider } from './webhooks/webhooks.provider.js';
import { BulkAssignController } from './worklist/bulk-assign.controller.js';
import { DossierHoldersController } from './worklist/dossier-holders.controller.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { WorklistViewers } from './worklist/worklist-viewers.js';
import { CountedNomineesController } from './statistics/counted-nominees.controller.js';
import { StatisticsController } from './statistics/statistics.controller.js';

@Module({})
export class ApiModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: ApiModule,
      imports: [FoundationModule.on(foundation), CommandsModule, DocumentsModule, PapersModule],
      controllers: [
        WorklistController,
        BulkAssignController,
        DossierHoldersController,
        HandoversController,
        OpenWorkController,
        ApplyFavourableController,
        DossierCommandsController,
        DossierQueriesController,
        DossierReadingController,
        VoteOutlookController,
        OpeningsController,
        ProposalsController,
        OpinionsController,
        ObjectionsController,
        PublicNoticesController,
        PublicNoticePagesController,
        ListPreviewsController,
        AwardHistoryController,
        SubmissionCommandsController,
        // Before the letters: `waiting` is the id of none.
        SubmissionWaitingController,
        SubmissionQueriesController,
        DecisionCommandsController,
        DecisionListController,
        DecisionQueriesController,
        RegistersController,
        UnitCommandsController,
        UnitQueriesController,
        MyPositionsController,
        ClusterCommandsController,
        ClusterQueriesController,
        DocumentsController,
        DossierPapersController,
        DecisionPapersController,
        DeadlinesController,
        DeadlineExplanationController,
        ExtendDeadlineController,
        ComputeLimitController,
        CalendarPreviewController,
        CalendarsController,
        CampaignsController,
        DryRunController,
        ProcedureLifeController,
        NotificationsController,
        LogController,
        LookUpController,
        LiveController,
        PreferencesController,
        DeliveriesController,
        WebhooksController,
        SendingController,
        UnsubscribeController,
        ProceduresController,
        StepCountsController,
        ReadModelsController,
        QueuesController,
        StatisticsController,
        FiguresController,
        CountedNomineesController,
        ScreeningController,
        CalendarFeedController,
        HealthController,
        DocsController,
        ProblemsController,
        WaysInController,
        SessionsController,
        OidcController,
        MeController,
        SecondFactorController,
        MyTokensController,
        AccountsController,
        AccountAccessController,
        MetricsController,
      ],
      providers: [
        ...readModelProviders,
        ...readingProviders,
        WorklistViewers,
        HandoverParty,
        NewcomerView,
        Readiness,
        { provide: SignIn, inject: [Acting], useFactory: (acting: Acting) => openSignIn(foundation, acting) },
        { provide: Rebuilds, useFactory: () => new Rebuilds(foundation) },
        unsubscribeSecret,
        webhooksProvider,
        ProcedureDiagrams,
        PaperOpeningsTeller,
        metricsProvider,
        {
          provide: DryRunTable,
          inject: [DATABASE],
          useFactory: (database: Database) => new DryRunTable(database),
        },
        // What a line that stays open asks again.
        SignedInGuard,
        PositionGuard,
        { provide: CalendarFeeds, inject: [DATABASE], useFactory: (database: Database) => new CalendarFeeds(database) },
        ApiDescription,
        // In this order: who is it, as whom does he act, and does he ask for what there is?
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_GUARD, useClass: PositionGuard },
        { provide: APP_GUARD, useClass: AsDescribedGuard },
      ],
    };
  }
}
