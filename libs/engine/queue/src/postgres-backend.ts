import { openDatabase, openForeignPool } from '#libs/platform/postgres';
import { assertSchemaCompatibility, createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq';
import { type BullMqBackend, queueSettings, workerSettings } from './bullmq-backend.js';
import type { JobData } from './queue.port.js';

/** BullMQ's own default; given a pool, it takes no other. */
const SCHEMA = 'bullmq';

const { Queue, Worker } = withBackend(createPostgresBackend);

export interface PostgresQueueSettings {
  readonly kind: 'postgres';
  /** `postgres://login:password@host:port/database`; the login must be a member of `vinhdanh_app`. */
  readonly databaseUrl: string;
  /** Connections at most. Each worker keeps one for itself to listen on. Default 8. */
  readonly connections?: number;
  /** Told when a connection that nobody is using breaks. For logs. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * Creates or upgrades BullMQ's tables. Run by the owner at deployment, after our own migrations (which make the roles);
 * safe to run again and from several processes at once.
 */
export async function migrateQueues(ownerUrl: string): Promise<void> {
  const database = openDatabase({
    url: ownerUrl,
    applicationName: 'vinhdanh queue migrations',
    role: 'vinhdanh_owner',
    max: 1,
    statementTimeoutMs: 0,
    lockTimeoutMs: 120_000,
  });
  try {
    const connection = await database.connect();
    try {
      await runMigrations(connection, SCHEMA);
      await connection.query(rightsAndHousekeeping);
    } finally {
      connection.release();
    }
  } finally {
    await database.close();
  }
}

/**
 * The application may create in this schema: BullMQ makes a sequence of each queue's own with the queue's first bulk. That one
 * belongs to the application, and a grant on all sequences at the next start would be refused: only the owner's are granted.
 * A job's row lives for seconds and is rewritten several times: with the server's default of a fifth of the table, dead rows
 * pile up until claims slow down.
 */
const rightsAndHousekeeping = `
  grant usage, create on schema ${SCHEMA} to vinhdanh_app;
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to vinhdanh_app;
  do $$
  declare own record;
  begin
    for own in
      select c.relname from pg_class c
      where c.relkind = 'S' and c.relnamespace = '${SCHEMA}'::regnamespace and pg_get_userbyid(c.relowner) = current_user
    loop
      execute format('grant usage, select, update on sequence ${SCHEMA}.%I to vinhdanh_app', own.relname);
    end loop;
  end $$;
  grant execute on all functions in schema ${SCHEMA} to vinhdanh_app;
  alter table ${SCHEMA}.job set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
  alter table ${SCHEMA}.event set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
`;

/** Queues in the database that is there anyway; what an installation without Redis uses. */
export function openPostgresBackend(settings: PostgresQueueSettings): BullMqBackend {
  const most = settings.connections ?? 8;
  // Not our Database: BullMQ checks connections out, listens on them, and expects pg's own parsing of values.
  const opened = openForeignPool({
    url: settings.databaseUrl,
    applicationName: 'vinhdanh queue',
    role: 'vinhdanh_app',
    searchPath: SCHEMA,
    max: most,
    ...(settings.onIdleError ? { onIdleError: settings.onIdleError } : {}),
  });
  // pg's overloads of `on` are written as one generic; to the compiler that is another shape than BullMQ's list of them.
  const pool = opened as unknown as PgPool;
  let workers = 0;
  return {
    async ready() {
      const client = await pool.connect();
      try {
        await assertSchemaCompatibility(client, SCHEMA);
      } finally {
        client.release();
      }
    },
    openQueue: (name) => new Queue<JobData>(name, { connection: pool, ...queueSettings }),
    openWorker(name, processor, options) {
      workers += 1;
      if (workers > most - 2) {
        throw new RangeError(`${most} connections are too few for ${workers} workers: each keeps one to listen on.`);
      }
      return new Worker<JobData, void>(name, processor, { connection: pool, ...workerSettings(options) });
    },
    async close() {
      await pool.end();
    },
  };
}
