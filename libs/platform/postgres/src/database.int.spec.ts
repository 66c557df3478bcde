import { createTestDatabase, eventually, startTcpProxy, type TestDatabase } from '#libs/platform/testing';
import { isUnreachable } from './database-problem.js';
import { openDatabase, openForeignPool, runMigrations, type Database } from './index.js';

describe('a database', () => {
  let server: TestDatabase;
  let database: Database;
  const idleErrors: Error[] = [];

  beforeAll(async () => {
    server = await createTestDatabase();
    await runMigrations(server.url, []);
    database = openDatabase({
      url: server.url,
      applicationName: 'database spec',
      role: 'vinhdanh_app',
      statementTimeoutMs: 1_234,
      searchPath: 'pg_catalog, public',
      max: 2,
      onIdleError: (error) => idleErrors.push(error),
    });
    await database.query('select 1');
  });

  afterAll(async () => {
    await database.close();
    await database.close();
    await server.drop();
  });

  const one = async (sql: string): Promise<unknown> =>
    (await database.query<{ value: unknown }>(`select ${sql} as value`)).rows[0]?.value;

  test('gives up on a server that takes the question and never answers, and works again when it speaks', async () => {
    const wire = await startTcpProxy(server.url);
    const patient = openDatabase({ url: wire.url, applicationName: 'silence spec', statementTimeoutMs: 100, max: 1 });
    try {
      await patient.query('select 1');
      wire.silence();
      const silence: unknown = await patient.query('select 1').then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(isUnreachable(silence)).toBe(true);
      wire.speak();
      expect((await patient.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    } finally {
      wire.speak();
      await patient.close();
      await wire.close();
    }
  }, 20_000);

  test('hands out whole numbers as numbers, and no rounded ones', async () => {
    expect(await one(`9007199254740991::int8`)).toBe(9_007_199_254_740_991);
    expect(await one(`count(*)`)).toBe(1);
    await expect(one(`9007199254740993::int8`)).rejects.toMatchObject({ name: 'RangeError' });
  });

  test('hands out moments in UTC with milliseconds, whatever the precision', async () => {
    expect(await one(`timestamptz '2026-08-21 09:00:00+07'`)).toBe('2026-08-21T02:00:00.000Z');
    expect(await one(`timestamptz '2026-08-21 09:00:00.1+07'`)).toBe('2026-08-21T02:00:00.100Z');
    expect(await one(`timestamptz '2026-12-31 23:59:59.999999+00'`)).toBe('2026-12-31T23:59:59.999Z');
    await expect(one(`timestamptz 'infinity'`)).rejects.toMatchObject({ name: 'RangeError' });
  });

  test('hands out a day as a day: no time zone makes it another one', async () => {
    expect(await one(`date '2026-09-30'`)).toBe('2026-09-30');
  });

  test('every session has its role and its settings from the first statement on', async () => {
    const setting = async (name: string) => one(`current_setting('${name}')`);
    expect(await one('current_user::text')).toBe('vinhdanh_app');
    expect(await setting('statement_timeout')).toBe('1234ms');
    expect(await setting('search_path')).toBe('pg_catalog, public');
    expect(await setting('timezone')).toBe('UTC');
    expect(await setting('transaction_isolation')).toBe('read committed');
    expect(await setting('application_name')).toBe('database spec');
  });

  test('the options of the URL hold beside ours', async () => {
    const url = new URL(server.url);
    url.searchParams.set('options', '-c work_mem=12MB');
    const other = openDatabase({ url: url.href, applicationName: 'x', role: 'vinhdanh_reader' });
    const { rows } = await other.query(`select current_setting('work_mem') as memory, current_user::text as role`);
    expect(rows).toEqual([{ memory: '12MB', role: 'vinhdanh_reader' }]);
    await other.close();
  });

  test('a transaction is whole or not at all, and the connection goes back clean', async () => {
    const owner = openDatabase({ url: server.url, applicationName: 'x', max: 1 });
    await owner.query('create table pairs (n int)');
    await owner.transaction(async (connection) => {
      await connection.query('insert into pairs values (1)');
      await connection.query('insert into pairs values (2)');
    });
    const bug = owner.transaction(async (connection) => {
      await connection.query('insert into pairs values (3)');
      throw new Error('the handler failed');
    });
    await expect(bug).rejects.toMatchObject({ message: 'the handler failed' });
    // max 1: this runs on the same connection, outside of any transaction.
    expect((await owner.query('select array_agg(n) as n from pairs')).rows).toEqual([{ n: [1, 2] }]);
    await owner.close();
  });

  test('sessions ended by the server, idle or in a transaction, do not end the process, and the next use works', async () => {
    const admin = openDatabase({ url: server.url, applicationName: 'administrator' });
    const inUse = await database.connect();
    await database.query('select 1');
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'database spec'`,
    );
    await eventually('the pool has noticed', () => idleErrors.length > 0);
    await expect(inUse.query('select 1')).rejects.toBeDefined();
    inUse.release(true);
    expect(await one('1')).toBe(1);
    await admin.close();
  });

  test('a library with SQL of its own gets pg’s own values', async () => {
    const pool = openForeignPool({ url: server.url, applicationName: 'x', searchPath: 'bullmq', max: 2 });
    const { rows } = await pool.query(`select 1::int8 as n, current_setting('search_path') as path, now() as at`);
    expect(rows[0]).toMatchObject({ n: '1', path: 'bullmq' });
    expect(typeof (rows[0] as { at: { getTime?: unknown } }).at.getTime).toBe('function');
    await pool.end();
  });
});
