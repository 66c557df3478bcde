import { eventStoreMigrations, PostgresEventStore, type EventStore } from '#libs/engine/event-store';
import { ensureTables, projectionMigrations, type Projection, type Table } from '#libs/engine/projections';
import { openDatabase, runMigrations, type Database } from '#libs/platform/postgres';
import { createTestDatabase } from '#libs/platform/testing';
import { type Append, newCommand } from './office-facts.js';

/** A log and the database of its read models, both empty, in PostgreSQL. */
export interface ReadSide {
  readonly url: string;
  readonly store: PostgresEventStore;
  /** Under the role of the application. */
  readonly database: Database;
  /** Under the role of the owner. */
  readonly owner: Database;
  dispose(): Promise<void>;
}

export async function openReadSide(projections: readonly Projection[] = []): Promise<ReadSide> {
  const testDatabase = await createTestDatabase();
  const { url } = testDatabase;
  await runMigrations(url, [eventStoreMigrations, projectionMigrations]);
  const owner = openDatabase({ url, applicationName: 'test owner', role: 'vinhdanh_owner', max: 2 });
  const database = openDatabase({ url, applicationName: 'test', role: 'vinhdanh_app', max: 12 });
  const store = new PostgresEventStore({ url, applicationName: 'test' });
  await ensureTables(owner, projections);
  return {
    url,
    store,
    database,
    owner,
    async dispose() {
      await store.close();
      await Promise.all([database.close(), owner.close()]);
      await testDatabase.drop();
    },
  };
}

/** Appends, and answers the position of the last event. */
export async function append(store: EventStore, ...appends: readonly Append[]): Promise<string> {
  let position = 'start';
  for (const { stream, events } of appends) {
    const appended = await store.append(stream, 'any', events, newCommand());
    if (!appended.ok) throw new Error(`Not appended: ${appended.error.code}`);
    position = appended.value.position;
  }
  return position;
}

/** The rows of a table in the order of their keys, as handlers see them. */
export async function rowsOf(database: Database, table: Table): Promise<readonly object[]> {
  const columns = table.columns.map(({ name, field }) => `${name} as "${field}"`).join(', ');
  const { rows } = await database.query<object>(`select ${columns} from ${table.sqlName}`);
  return inOrder(table, rows);
}

export const inOrder = (table: Table, rows: readonly object[]): readonly object[] =>
  [...rows].sort((a, b) => (table.keyOf(a).join('\0') < table.keyOf(b).join('\0') ? -1 : 1));
