import { eventStoreMigrations } from '#libs/engine/event-store';
import { openDatabase, runMigrations, type Database } from '#libs/platform/postgres';
import type { Cell, Measured, Timing } from './load.js';

/** A way to get events into the log's tables. Each has a database of its own with the same tables and indexes. */
export interface Contender {
  readonly name: string;
  run(cell: Cell, timing: Timing): Promise<Measured>;
  close(): Promise<void>;
}

/** Makes the database of a contender, for the administrator of the server. */
export async function makeDatabase(urlFor: (name: string) => string, name: string): Promise<Database> {
  const server = openDatabase({ url: urlFor('postgres'), applicationName: 'bench', max: 1 });
  await server.query(`create database ${name}`);
  await server.close();
  await runMigrations(urlFor(name), [eventStoreMigrations]);
  return openDatabase({ url: urlFor(name), applicationName: 'bench administrator', max: 1, statementTimeoutMs: 0 });
}

/** The log as on its first day, and nothing left for the server to write: every run starts alike. */
export async function emptyLog(admin: Database): Promise<void> {
  await admin.transaction(async (connection) => {
    // Only an administrator may, and only like this: the triggers of the log refuse TRUNCATE.
    await connection.query(`set local session_replication_role = 'replica'`);
    await connection.query(`truncate es.events, es.commands`);
    await connection.query(`update es.head set position = 0`);
  });
  await admin.query('checkpoint');
}
