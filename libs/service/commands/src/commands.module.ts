import { type Clock } from '#libs/domain/kernel';
import { EventStore } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { CLOCK, DATABASE, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { AwardHistoryQuery, OpenClocksQuery, WorkCandidatesQuery } from '#libs/service/read-models';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Acting } from './acting.js';
import { CalendarCommandHandler } from './calendars/calendar-command.handler.js';
import { CalendarPreviews } from './calendars/calendar-preview.js';
import { Calendars } from './calendars/calendars.js';
import { OpenClocks } from './calendars/open-clocks.js';
import { WorkingCalendars } from './calendars/working-calendars.js';
import { CampaignCommandHandler } from './campaigns/campaign-command.handler.js';
import { Campaigns } from './campaigns/campaigns.js';
import { ClusterCommandHandler } from './cluster-command.handler.js';
import { Clusters } from './clusters.js';
import { DecisionCommandHandler } from './decision-command.handler.js';
import { Decisions } from './decisions.js';
import { DossierCommandHandler } from './dossier-command.handler.js';
import { Dossiers } from './dossiers.js';
import { AwardHistories } from './eligibility/award-histories.js';
import { AwardHistoryCommandHandler } from './eligibility/award-history-command.handler.js';
import { ListPreviews } from './eligibility/list-previews.js';
import { openHistories, ReadHistories } from './eligibility/read-histories.js';
import { TellProposals } from './eligibility/tell-proposals.js';
import { Organization } from './organization.js';
import { UnitCommandHandler } from './unit-command.handler.js';
import { Units } from './units.js';
import { DossierHolders } from './holding/dossier-holders.js';
import { OpenWork } from './holding/open-work.js';
import { Staff } from './holding/staff.js';
import { ProcedureCommandHandler } from './procedures/procedure-command.handler.js';
import { ProcedureLives } from './procedures/procedure-lives.js';
import { PublishedProcedures } from './procedures/published-procedures.js';
import { SubmissionCommandHandler } from './submissions/submission-command.handler.js';
import { Submissions } from './submissions/submissions.js';

/** The command bus and its handlers, on a foundation. */
@Module({
  imports: [CqrsModule],
  providers: [
    {
      provide: Dossiers,
      inject: [EventStore, LAW, CLOCK, Staff, WorkingCalendars, ReadHistories, PublishedProcedures],
      useFactory: (
        store: EventStore,
        law: Law,
        clock: Clock,
        staff: Staff,
        calendars: WorkingCalendars,
        histories: ReadHistories,
        procedures: PublishedProcedures,
      ) => new Dossiers(store, law, clock, { staff, calendars, histories, procedures }),
    },
    {
      provide: ReadHistories,
      inject: [EventStore, DATABASE],
      useFactory: (store: EventStore, database: Database) => openHistories(store, database),
    },
    {
      provide: TellProposals,
      inject: [ReadHistories, LAW, CLOCK],
      useFactory: (histories: ReadHistories, law: Law, clock: Clock) => new TellProposals(histories, law, clock),
    },
    {
      provide: AwardHistories,
      inject: [EventStore, Dossiers, LAW, CLOCK],
      useFactory: (store: EventStore, dossiers: Dossiers, law: Law, clock: Clock) =>
        new AwardHistories(store, dossiers, law, clock),
    },
    {
      provide: ListPreviews,
      inject: [AwardHistories, Dossiers, DATABASE, LAW, CLOCK],
      useFactory: (lists: AwardHistories, dossiers: Dossiers, database: Database, law: Law, clock: Clock) =>
        new ListPreviews(lists, dossiers, new AwardHistoryQuery(database), law, clock),
    },
    {
      provide: Decisions,
      inject: [EventStore, Dossiers, LAW, CLOCK],
      useFactory: (store: EventStore, dossiers: Dossiers, law: Law, clock: Clock) =>
        new Decisions(store, dossiers, law, clock),
    },
    {
      provide: Submissions,
      inject: [EventStore, Dossiers, LAW, CLOCK],
      useFactory: (store: EventStore, dossiers: Dossiers, law: Law, clock: Clock) =>
        new Submissions(store, dossiers, law, clock),
    },
    { provide: Organization, inject: [EventStore], useFactory: (store: EventStore) => new Organization(store) },
    {
      provide: Acting,
      inject: [Organization, CLOCK],
      useFactory: (organization: Organization, clock: Clock) => new Acting(organization, clock),
    },
    {
      provide: Units,
      inject: [EventStore, Organization, CLOCK, OpenWork],
      useFactory: (store: EventStore, organization: Organization, clock: Clock, openWork: OpenWork) =>
        new Units(store, organization, clock, openWork),
    },
    {
      provide: Staff,
      inject: [Organization],
      useFactory: (organization: Organization) => new Staff(organization),
    },
    {
      provide: WorkingCalendars,
      inject: [EventStore, LAW],
      useFactory: (store: EventStore, law: Law) => new WorkingCalendars(store, law),
    },
    {
      provide: PublishedProcedures,
      inject: [EventStore, LAW],
      useFactory: (store: EventStore, law: Law) => new PublishedProcedures(store, law),
    },
    {
      provide: ProcedureLives,
      inject: [EventStore, LAW, CLOCK],
      useFactory: (store: EventStore, law: Law, clock: Clock) => new ProcedureLives(store, law, clock),
    },
    {
      provide: CalendarPreviews,
      inject: [EventStore, WorkingCalendars, Dossiers, CLOCK, DATABASE],
      useFactory: (
        store: EventStore,
        calendars: WorkingCalendars,
        dossiers: Dossiers,
        clock: Clock,
        database: Database,
      ) => {
        const clocks = new OpenClocks(store, new OpenClocksQuery(database));
        return new CalendarPreviews({ calendars, clocks, dossiers, clock });
      },
    },
    {
      provide: Calendars,
      inject: [EventStore, CLOCK],
      useFactory: (store: EventStore, clock: Clock) => new Calendars(store, clock),
    },
    {
      provide: Campaigns,
      inject: [EventStore, CLOCK],
      useFactory: (store: EventStore, clock: Clock) => new Campaigns(store, clock),
    },
    { provide: DossierHolders, inject: [Staff], useFactory: (staff: Staff) => new DossierHolders(staff) },
    {
      provide: OpenWork,
      inject: [EventStore, Dossiers, DossierHolders, Staff, LAW, CLOCK, DATABASE],
      useFactory: (
        store: EventStore,
        dossiers: Dossiers,
        holders: DossierHolders,
        staff: Staff,
        law: Law,
        clock: Clock,
        database: Database,
      ) => new OpenWork({ store, dossiers, holders, staff, law, clock, index: new WorkCandidatesQuery(database) }),
    },
    {
      provide: Clusters,
      inject: [EventStore, Organization, CLOCK],
      useFactory: (store: EventStore, organization: Organization, clock: Clock) =>
        new Clusters(store, organization, clock),
    },
    DossierCommandHandler,
    DecisionCommandHandler,
    UnitCommandHandler,
    ClusterCommandHandler,
    AwardHistoryCommandHandler,
    CalendarCommandHandler,
    CampaignCommandHandler,
    ProcedureCommandHandler,
    SubmissionCommandHandler,
  ],
  exports: [
    CqrsModule,
    Dossiers,
    ListPreviews,
    Decisions,
    Submissions,
    Organization,
    Acting,
    Units,
    Clusters,
    Staff,
    DossierHolders,
    OpenWork,
    CalendarPreviews,
    Calendars,
    Campaigns,
    WorkingCalendars,
    ProcedureLives,
    PublishedProcedures,
    AwardHistories,
    ReadHistories,
    TellProposals,
  ],
})
export class CommandsModule {}
