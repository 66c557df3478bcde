import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { valueOf } from '#libs/domain/kernel';
import { openDatabase, runMigrations, type Database } from '#libs/platform/postgres';
import { createTestDatabase, eventually, type TestDatabase } from '#libs/platform/testing';
import type { NewEvent } from '../event-store.port.js';
import { News } from '../news.js';
import { NewsFeed } from './news-feed.js';
import { PostgresEventStore, eventStoreMigrations } from './postgres.adapter.js';

const event = (): NewEvent => ({
  id: randomUUID(),
  type: 'DossierSubmitted',
  schemaVersion: 1,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  data: {},
  metadata: {},
});
const command = () => ({ account: 'officer', commandId: randomUUID(), fingerprint: 'f' });

describe('the log in PostgreSQL', () => {
  let database: TestDatabase;
  let admin: Database;
  let store: PostgresEventStore;

  beforeEach(async () => {
    database = await createTestDatabase();
    await runMigrations(database.url, [eventStoreMigrations]);
    admin = openDatabase({ url: database.url, applicationName: 'administrator' });
    store = new PostgresEventStore({ url: database.url, applicationName: 'clock and news' });
  });

  afterEach(async () => {
    await store.close();
    await admin.close();
    await database.drop();
  });

  test('records by the server’s clock, and never earlier than before when that clock is set back', async () => {
    const { rows } = await admin.query<{ now: string }>('select clock_timestamp() as now');
    const first = valueOf(await store.append('dossier-1', 'any', [event()], command()));
    expect(first.recordedAt >= (rows[0]?.now ?? '')).toBe(true);
    // As if the clock had been an hour ahead until now.
    await admin.query(`update es.head set recorded_at = '2099-01-01T00:00:00.007Z'`);
    const second = valueOf(await store.append('dossier-1', 'any', [event()], command()));
    expect(second.recordedAt).toBe('2099-01-01T00:00:00.007Z');
  });

  test('tells other processes at once, though none has to hear it', async () => {
    const listener = await admin.connect();
    const heard: unknown[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload));
    await listener.query('listen es_events');
    await Promise.all(
      Array.from({ length: 50 }, async () => store.append(`dossier-${randomUUID()}`, 'any', [event()], command())),
    );
    await eventually('the last position was told', () => heard.includes('50'));
    // Together, not one by one: a notification takes a lock on the whole database.
    expect(heard.length).toBeLessThan(25);
    listener.release(true);
  });

  test('told to stop while it is still connecting, it stops', async () => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const feed = new NewsFeed(admin, new News(), () => {});
      feed.start();
      await delay(attempt % 4);
      await feed.stop();
    }
  }, 20_000);

  test('follows what another process wrote without telling, and without a connection to listen on', async () => {
    const seen: string[] = [];
    const subscription = store.subscribe({ after: 'start' }, async ({ events }) => {
      seen.push(...events.map(({ position }) => position));
    });
    expect(await subscription.caughtUp).toBe(true);
    const ended = await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen es_events' and datname = current_database()`,
    );
    expect(ended.rowCount).toBe(1);
    const silent = new PostgresEventStore({ url: database.url, applicationName: 'silent' });
    await silent.append('dossier-1', 'any', [event()], command());
    await silent.close();
    await eventually('it is seen', () => seen.length === 1);
    await subscription.stop();
  });

  test('closing with appends under way stores them', async () => {
    const appends = Array.from({ length: 30 }, async (_, n) =>
      store.append(`dossier-${n}`, 'any', [event()], command()),
    );
    await store.close();
    expect((await Promise.all(appends)).every((answer) => answer.ok)).toBe(true);
    const { rows } = await admin.query('select count(*) as n from es.events');
    expect(rows).toEqual([{ n: 30 }]);
  });

  test('a command id belongs to the stream it was used on first: on another one it is refused, not answered', async () => {
    const submit = command();
    await store.append('dossier-1', 'any', [event()], submit);
    expect(await store.append('dossier-2', 'any', [event()], submit)).toEqual({
      ok: false,
      error: { code: 'COMMAND_ID_REUSED' },
    });
  });
});
