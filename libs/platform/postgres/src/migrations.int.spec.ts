import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { openDatabase, runMigrations, type Database, type MigrationSet } from './index.js';

describe('migrations', () => {
  let server: TestDatabase;
  let database: Database;
  let set: MigrationSet;

  beforeEach(async () => {
    server = await createTestDatabase();
    database = openDatabase({ url: server.url, applicationName: 'migrations spec' });
    set = { name: 'spec', folder: await mkdtemp(join(tmpdir(), 'migrations-')) };
  });

  afterEach(async () => {
    await database.close();
    await server.drop();
    await rm(set.folder, { recursive: true });
  });

  const write = async (name: string, sql: string) => writeFile(join(set.folder, name), sql);
  const tables = async (): Promise<unknown> =>
    (
      await database.query<{ names: string[] }>(
        `select coalesce(array_agg(tablename::text order by tablename), '{}') as names from pg_tables where schemaname = 'spec'`,
      )
    ).rows[0]?.names;
  const run = async () => runMigrations(server.url, [set]);

  test('run once each, in order, and belong to the owner', async () => {
    await write('0001-first.sql', 'create schema spec; create table spec.a (n int);');
    expect(await run()).toEqual(['spec/0001-first']);
    await write('0002-second.sql', 'create table spec.b (n int);');
    expect(await run()).toEqual(['spec/0002-second']);
    expect(await run()).toEqual([]);
    expect(await tables()).toEqual(['a', 'b']);
    const { rows } = await database.query(
      `select distinct tableowner::text as owner from pg_tables where schemaname = 'spec'`,
    );
    expect(rows).toEqual([{ owner: 'vinhdanh_owner' }]);
  });

  test('started by four processes at once, each runs once', async () => {
    await write('0001-first.sql', 'create schema spec; create table spec.a (n int); insert into spec.a values (1);');
    await write('0002-second.sql', 'select pg_sleep(0.05); insert into spec.a values (2);');
    const done = await Promise.all([run(), run(), run(), run()]);
    expect(done.flat().sort()).toEqual(['spec/0001-first', 'spec/0002-second']);
    expect((await database.query('select array_agg(n order by n) as n from spec.a')).rows).toEqual([{ n: [1, 2] }]);
  });

  test('two databases of one server, migrated at once, do not disturb each other over the roles they share', async () => {
    await write('0001-first.sql', 'create schema spec; create table spec.a (n int);');
    const others = await Promise.all(Array.from({ length: 3 }, async () => createTestDatabase()));
    const done = await Promise.all([run(), ...others.map(async ({ url }) => runMigrations(url, [set]))]);
    expect(done).toEqual(Array.from({ length: 4 }, () => ['spec/0001-first']));
    for (const other of others) await other.drop();
  });

  test('one that was changed after it had run is refused, and nothing is done', async () => {
    await write('0001-first.sql', 'create schema spec;');
    await run();
    await write('0001-first.sql', 'create schema spec; create table spec.a (n int);');
    await write('0002-second.sql', 'create table spec.b (n int);');
    await expect(run()).rejects.toMatchObject({
      code: 'MIGRATION_CHANGED',
      message: expect.stringContaining('spec/0001-first'),
    });
    expect(await tables()).toEqual([]);
  });

  test('another kind of line end is no change', async () => {
    await write('0001-first.sql', 'create schema spec;\n-- done\n');
    await run();
    await write('0001-first.sql', 'create schema spec;\r\n-- done\r\n');
    expect(await run()).toEqual([]);
  });

  test('one that fails leaves nothing behind, says which it was, and can be repaired', async () => {
    await write('0001-first.sql', 'create schema spec;');
    await write('0002-second.sql', 'create table spec.b (n int); select no_such_function();');
    await expect(run()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringContaining('spec/0002-second failed'),
    });
    expect(await tables()).toEqual([]);
    await write('0002-second.sql', 'create table spec.b (n int);');
    expect(await run()).toEqual(['spec/0002-second']);
  });

  test('a database that is newer than the program is refused', async () => {
    await write('0001-first.sql', 'create schema spec;');
    await write('0002-second.sql', 'select 1;');
    await run();
    await rm(join(set.folder, '0002-second.sql'));
    await expect(run()).rejects.toMatchObject({
      code: 'MIGRATION_UNKNOWN',
      message: expect.stringContaining('older than the database'),
    });
  });

  test('a gap in the numbers is the programmer’s fault', async () => {
    await write('0002-second.sql', 'select 1;');
    await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('without a gap') });
  });
});
