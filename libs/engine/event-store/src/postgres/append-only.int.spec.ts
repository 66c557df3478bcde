import { randomUUID } from 'node:crypto';
import { openDatabase, runMigrations, type Database, type DatabaseRole } from '#libs/platform/postgres';
import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { PostgresEventStore, eventStoreMigrations } from './postgres.adapter.js';

const FORBIDDEN = '42501';
const REFUSED_BY_TRIGGER = '23000';

const CHANGES = [
  `update es.events set data = '{}'`,
  `update es.events set data = '{}' where false`,
  `delete from es.events`,
  `truncate es.events`,
  `update es.commands set fingerprint = 'x'`,
  `delete from es.commands`,
  `truncate es.commands`,
  `delete from es.head`,
  `truncate es.head`,
];

describe('what was recorded stays as it was', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  const open: Partial<Record<DatabaseRole | 'login', Database>> = {};

  beforeAll(async () => {
    database = await createTestDatabase();
    await runMigrations(database.url, [eventStoreMigrations]);
    store = new PostgresEventStore({ url: database.url, applicationName: 'append only' });
    const event = {
      id: randomUUID(),
      type: 'DossierSubmitted',
      schemaVersion: 1,
      effectiveAt: '2026-08-21T02:00:00.000Z',
    };
    const command = { account: 'officer', commandId: 'c', fingerprint: 'f' };
    await store.append('dossier-1', 'noStream', [{ ...event, data: {}, metadata: {} }], command);
    for (const role of ['vinhdanh_owner', 'vinhdanh_app', 'vinhdanh_reader'] as const)
      open[role] = openDatabase({ url: database.url, applicationName: 'append only', role });
    open.login = openDatabase({ url: database.url, applicationName: 'append only' });
  });

  afterAll(async () => {
    await store.close();
    for (const opened of Object.values(open)) await opened.close();
    await database.drop();
  });

  const codeOf = async (role: DatabaseRole | 'login', sql: string): Promise<string> =>
    (open[role] as Database).query(sql).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  test.each(CHANGES)('the application may not: %s', async (sql) => {
    expect(await codeOf('vinhdanh_app', sql)).toBe(FORBIDDEN);
  });

  test.each([
    `insert into es.events select * from es.events`,
    `insert into es.commands select * from es.commands`,
    `update es.head set position = 0`,
    `alter table es.events disable trigger append_only`,
    `drop trigger append_only on es.events`,
    `create or replace function es.refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
    `drop table es.events`,
    `create table es.mine (id int)`,
  ])('the application may not: %s', async (sql) => {
    expect(await codeOf('vinhdanh_app', sql)).toBe(FORBIDDEN);
  });

  test.each(CHANGES)('not even the owner gets through: %s', async (sql) => {
    expect(await codeOf('vinhdanh_owner', sql)).toBe(REFUSED_BY_TRIGGER);
  });

  test.each(CHANGES)('nor the administrator of the server, as long as the triggers stand: %s', async (sql) => {
    expect(await codeOf('login', sql)).toBe(REFUSED_BY_TRIGGER);
  });

  test.each(CHANGES)('the reader may not: %s', async (sql) => {
    expect(await codeOf('vinhdanh_reader', sql)).toBe(FORBIDDEN);
  });

  test('the reader may read, and not append', async () => {
    expect(await codeOf('vinhdanh_reader', 'select * from es.events, es.commands, es.head')).toBe('done');
    const arrays = Array.from({ length: 14 }, () => `'{}'`).join(', ');
    expect(await codeOf('vinhdanh_reader', `select es.append(${arrays})`)).toBe(FORBIDDEN);
    expect(await codeOf('vinhdanh_app', `select es.append(${arrays})`)).toBe('done');
  });

  test('the function that may write resolves no name in a schema of the caller’s', async () => {
    const { rows } = await (open.login as Database).query<{ settings: string[]; definer: boolean; owner: string }>(
      `select proconfig as settings, prosecdef as definer, pg_get_userbyid(proowner) as owner
       from pg_proc where oid = 'es.append'::regproc`,
    );
    expect(rows[0]).toMatchObject({ definer: true, owner: 'vinhdanh_owner' });
    expect(rows[0]?.settings).toContain('search_path=pg_catalog, pg_temp');
  });

  test('after all these attempts the log is as it was', async () => {
    expect(await store.head()).toBe('1');
    expect(await store.streamRevision('dossier-1')).toBe(0);
    expect(await store.findCommand('dossier-1', 'officer', 'c')).toBeDefined();
  });
});
