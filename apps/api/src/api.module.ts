import { CommandsModule } from '#libs/service/commands';
import { DocumentsModule } from '#libs/service/documents';
import { type Foundation, FoundationModule } from '#libs/service/foundation';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DecisionCommandsController } from './decisions/decision-commands.controller.js';
import { DecisionQueriesController } from './decisions/decision-queries.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DossierCommandsController } from './dossiers/dossier-commands.controller.js';
import { DossierQueriesController } from './dossiers/dossier-queries.controller.js';
import { HandoverParty } from './handovers/handover-party.js';
import { HandoversController } from './handovers/handovers.controller.js';
import { NewcomerView } from './handovers/newcomer-view.js';
import { OpenWorkController } from './handovers/open-work.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { PositionGuard } from './http/position.guard.js';
import { SignedInGuard } from './http/signed-in.guard.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { metricsProvider } from './metrics/metrics.providers.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { ClusterCommandsController } from './organization/cluster-commands.controller.js';
import { ClusterQueriesController } from './organization/cluster-queries.controller.js';
import { UnitCommandsController } from './organization/unit-commands.controller.js';
import { UnitQueriesController } from './organization/unit-queries.controller.js';
import { readModelProviders } from './read-models.providers.js';
import { BulkAssignController } from './worklist/bulk-assign.controller.js';
import { DossierHoldersController } from './worklist/dossier-holders.controller.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { WorklistViewers } from './worklist/worklist-viewers.js';

@Module({})
export class ApiModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: ApiModule,
      imports: [FoundationModule.on(foundation), CommandsModule, DocumentsModule],
      controllers: [
        WorklistController,
        BulkAssignController,
        DossierHoldersController,
        HandoversController,
        OpenWorkController,
        DossierCommandsController,
        DossierQueriesController,
        DecisionCommandsController,
        DecisionQueriesController,
        UnitCommandsController,
        UnitQueriesController,
        ClusterCommandsController,
        ClusterQueriesController,
        DocumentsController,
        DeadlinesController,
        NotificationsController,
        HealthController,
        MetricsController,
      ],
      providers: [
        ...readModelProviders,
        WorklistViewers,
        HandoverParty,
        NewcomerView,
        Readiness,
        metricsProvider,
        // In this order: who is it, and as whom does he act?
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_GUARD, useClass: PositionGuard },
      ],
    };
  }
}
