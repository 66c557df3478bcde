import type { Clock } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import { migrateQueues } from '#libs/engine/queue';
import { type Config, isOnlyHere } from '#libs/platform/config';
import { type Logger, createLogger } from '#libs/platform/observability';
import { type Database, type MigrationSet, migrationsOf, openDatabase, runMigrations } from '#libs/platform/postgres';
import { ensureTables } from '#libs/engine/projections';
import { Accounts, Passwords } from '#libs/service/access';
import { type Law, loadLaw } from '#libs/service/law';
import { projections } from '#libs/service/read-models';
import { systemClock } from './clock.js';
import { doneWithout, openEventStore } from './open-event-store.js';
import { StartFailure } from './start-failure.js';

/** What every role of the system stands on. */
export interface Foundation {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly store: EventStore;
  readonly law: Law;
  readonly clock: Clock;
  readonly log: Logger;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  /** Lets everything go, in order. Idempotent. */
  close(): Promise<void>;
}

/** The libraries that keep tables, in the order in which they are set up. */
export const allMigrations: readonly MigrationSet[] = [
  'libs/engine/event-store',
  'libs/engine/projections',
  'libs/engine/deadlines',
  'libs/service/access',
  'libs/service/calendar-feed',
  'libs/service/commands',
  'libs/service/documents',
  'libs/service/notifications',
  'libs/service/papers',
  'libs/service/reading',
  'libs/service/read-models',
].map(migrationsOf);

export interface FoundationOptions {
  readonly role: string;
  /** Where the program's own files lie: law, procedures. */
  readonly home: string;
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly clock?: Clock;
}

/**
 * Brings a database to the state that this program knows: the log, its neighbours, the read models' tables and the queues.
 * @returns the migrations that ran now, as `set/0001-name`.
 * @throws DatabaseProblem: one sentence for the operator.
 */
export async function migrateDatabase(ownerUrl: string): Promise<readonly string[]> {
  const done = await runMigrations(ownerUrl, allMigrations);
  await makeReadModelTables(ownerUrl);
  await migrateQueues(ownerUrl);
  return done;
}

/**
 * Reads the law, brings the database up to date and opens the store.
 * @throws StartFailure, DatabaseProblem: one sentence for the operator.
 */
export async function openFoundation(config: Config, options: FoundationOptions): Promise<Foundation> {
  const log = createLogger({ role: options.role, level: config.logLevel });
  const law = loadLaw(options.home);
  if (!law.ok) {
    throw new StartFailure(
      `The law's files are faulty: ${law.error.map((fault) => `${fault.file}: ${fault.path} ${fault.message}`).join('; ')}`,
    );
  }
  await migrateDatabase(options.ownerUrl);
  let closed: Promise<void> | undefined;
  const database = openDatabase({
    url: options.databaseUrl,
    applicationName: `vinhdanh ${options.role}`,
    role: 'vinhdanh_app',
    // A server that stops with us cuts the connections that are just being let go.
    onIdleError: (error) => closed ?? log.warn({ err: error }, 'an idle database connection broke'),
  });
  const store = openEventStore(config, {
    databaseUrl: options.databaseUrl,
    applicationName: `vinhdanh ${options.role}`,
    onError: (error) => closed ?? log.warn({ err: error }, 'the log did not answer; it is asked again'),
  });
  const without = doneWithout(store.capabilities).map(({ en }) => en);
  if (without.length > 0) log.info({ without }, 'the log is in KurrentDB, and does without some things');
  const clock = options.clock ?? systemClock;
  const accounts = new Accounts(database, { clock, admitSamples: isOnlyHere(config) });
  return {
    config,
    databaseUrl: options.databaseUrl,
    database,
    store,
    law: law.value,
    clock,
    log,
    accounts,
    passwords: new Passwords(database, clock),
    close: () => (closed ??= store.close().then(() => database.close())),
  };
}

async function makeReadModelTables(ownerUrl: string): Promise<void> {
  const owner = openDatabase({ url: ownerUrl, applicationName: 'vinhdanh tables', max: 1 });
  try {
    await ensureTables(owner, projections);
  } finally {
    await owner.close();
  }
}
