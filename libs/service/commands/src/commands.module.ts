import { type Clock } from '#libs/domain/kernel';
import { EventStore } from '#libs/engine/event-store';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DecisionCommandHandler } from './decision-command.handler.js';
import { Decisions } from './decisions.js';
import { DossierCommandHandler } from './dossier-command.handler.js';
import { Dossiers } from './dossiers.js';

/** The command bus and its handlers, on a foundation. */
@Module({
  imports: [CqrsModule],
  providers: [
    {
      provide: Dossiers,
      inject: [EventStore, LAW, CLOCK],
      useFactory: (store: EventStore, law: Law, clock: Clock) => new Dossiers(store, law, clock),
    },
    {
      provide: Decisions,
      inject: [EventStore, Dossiers, LAW, CLOCK],
      useFactory: (store: EventStore, dossiers: Dossiers, law: Law, clock: Clock) =>
        new Decisions(store, dossiers, law, clock),
    },
    DossierCommandHandler,
    DecisionCommandHandler,
  ],
  exports: [CqrsModule, Dossiers, Decisions],
})
export class CommandsModule {}
