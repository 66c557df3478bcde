import type { Clock } from '#libs/domain/kernel';
import { EventStore } from '#libs/engine/event-store';
import { ProjectionProgress } from '#libs/engine/projections';
import type { Logger } from '#libs/platform/observability';
import type { Database } from '#libs/platform/postgres';
import { Accounts } from '#libs/service/access';
import { Decisions, Dossiers, Organization } from '#libs/service/commands';
import { CLOCK, DATABASE, LAW, LOGGER } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { DossierListQuery, projections, PublicNoticesQuery } from '#libs/service/read-models';
import {
  DossierOpenings,
  LiveFeed,
  LogReader,
  LogReadings,
  LookUp,
  PeopleTeller,
  PublicNotices,
  ReceiptCodes,
  Sights,
  TimelineTeller,
} from '#libs/service/reading';
import type { Provider } from '@nestjs/common';

/** What readers are told: sentences, the log, the public look-up and what happens live. */
export const readingProviders: Provider[] = [
  { provide: LogReader, inject: [EventStore], useFactory: (store: EventStore) => new LogReader(store) },
  { provide: LogReadings, inject: [DATABASE], useFactory: (database: Database) => new LogReadings(database) },
  {
    provide: DossierOpenings,
    inject: [DATABASE],
    useFactory: (database: Database) => new DossierOpenings(database),
  },
  { provide: ReceiptCodes, inject: [DATABASE], useFactory: (database: Database) => new ReceiptCodes(database) },
  {
    provide: TimelineTeller,
    inject: [Accounts, Organization, LAW],
    useFactory: (accounts: Accounts, organization: Organization, law: Law) =>
      new TimelineTeller(accounts, organization, law),
  },
  {
    provide: PeopleTeller,
    inject: [Accounts, Organization],
    useFactory: (accounts: Accounts, organization: Organization) => new PeopleTeller(accounts, organization),
  },
  {
    provide: LookUp,
    inject: [ReceiptCodes, DossierListQuery, Dossiers, Organization, LAW, DATABASE, CLOCK],
    useFactory: (
      codes: ReceiptCodes,
      list: DossierListQuery,
      dossiers: Dossiers,
      organization: Organization,
      law: Law,
      database: Database,
      clock: Clock,
    ) => new LookUp(codes, list, dossiers, organization, law, database, clock),
  },
  {
    provide: PublicNotices,
    inject: [PublicNoticesQuery, Dossiers, Organization, LAW, CLOCK],
    useFactory: (query: PublicNoticesQuery, dossiers: Dossiers, organization: Organization, law: Law, clock: Clock) =>
      new PublicNotices(query, dossiers, organization, law, clock),
  },
  {
    provide: LiveFeed,
    inject: [EventStore, Dossiers, Decisions, ProjectionProgress, LOGGER],
    useFactory: (
      store: EventStore,
      dossiers: Dossiers,
      decisions: Decisions,
      progress: ProjectionProgress,
      log: Logger,
    ) =>
      new LiveFeed(store, new Sights(dossiers, decisions), progress, projections, (error) =>
        log.warn({ err: error }, 'those who follow live wait for the store'),
      ),
  },
];
