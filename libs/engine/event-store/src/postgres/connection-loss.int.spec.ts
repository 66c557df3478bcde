import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { runMigrations, openDatabase, type Database } from '#libs/platform/postgres';
import {
  createTestDatabase,
  eventually,
  startTcpProxy,
  type TcpProxy,
  type TestDatabase,
} from '#libs/platform/testing';
import type { NewEvent } from '../event-store.port.js';
import { PostgresEventStore, eventStoreMigrations } from './postgres.adapter.js';

const event = (): NewEvent => ({
  id: randomUUID(),
  type: 'DossierSubmitted',
  schemaVersion: 1,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  data: { unit: 'Sở Nội vụ' },
  metadata: {},
});
const command = (commandId: string = randomUUID()) => ({ account: 'officer', commandId, fingerprint: 'f' });

describe('when connections are lost', () => {
  let database: TestDatabase;
  let admin: Database;
  let proxy: TcpProxy;
  let store: PostgresEventStore;
  let heard: unknown[];

  beforeEach(async () => {
    database = await createTestDatabase();
    await runMigrations(database.url, [eventStoreMigrations]);
    admin = openDatabase({ url: database.url, applicationName: 'administrator' });
    proxy = await startTcpProxy(database.url);
    heard = [];
    store = new PostgresEventStore({
      url: proxy.url,
      applicationName: 'loss',
      appendTimeoutMs: 3_000,
      answerTimeoutMs: 500,
      maxWaiting: 200,
      onError: (error) => heard.push(error),
    });
  });

  afterEach(async () => {
    await store.close();
    await proxy.close();
    await admin.close();
    await database.drop();
  });

  const count = async (): Promise<number> =>
    (await admin.query<{ n: number }>('select count(*) as n from es.events')).rows[0]?.n ?? -1;

  test('between append and answer: the store asks again, there is one event, and the caller never notices', async () => {
    await store.append('dossier-1', 'noStream', [event()], command());
    proxy.loseNextAnswer('es.append');
    const answer = await store.append('dossier-1', 0, [event()], command());
    expect(proxy.answersLost).toBe(1);
    expect(answer).toMatchObject({ ok: true, value: { firstRevision: 1, position: '2', repeated: true } });
    expect(await count()).toBe(2);
    expect(heard.length).toBeGreaterThan(0);
  });

  test('between append and answer, for forty travelling together: each once', async () => {
    proxy.loseNextAnswer('es.append');
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => store.append(`dossier-${n}`, 'noStream', [event()], command())),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await count()).toBe(40);
  });

  test('the server ends our sessions again and again: acknowledged = stored, each once', async () => {
    let ended = 0;
    const finished = new AbortController();
    const killing = (async () => {
      // So often and no more: on a busy machine nothing might ever be written between two of them.
      while (!finished.signal.aborted && ended < 60) {
        const { rowCount } = await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'loss %' and datname = current_database()`,
        );
        ended += rowCount ?? 0;
        await delay(40);
      }
    })();
    const ids: string[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async (_, writer) => {
        for (let n = 0; n < 15; n++) {
          const fact = event();
          const again = command();
          for (;;) {
            const answer = await store.append(`dossier-${writer}`, n === 0 ? 'noStream' : n - 1, [fact], again);
            if (answer.ok) break;
            expect(answer.error.code).toBe('STORE_UNAVAILABLE');
            await delay(5);
          }
          ids.push(fact.id);
        }
      }),
    );
    finished.abort();
    await killing;
    expect(ended).toBeGreaterThan(0);
    const { rows } = await admin.query<{ id: string }>('select id from es.events');
    expect(rows.map((row) => row.id).sort()).toEqual(ids.sort());
  });

  test('a server that takes everything and answers nothing: an answer in time, and the outcome learnt later', async () => {
    await store.append('dossier-1', 'noStream', [event()], command());
    proxy.silence();
    const submit = command();
    const asked = performance.now();
    const answer = await store.append('dossier-1', 0, [event()], submit);
    expect(answer).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
    expect(performance.now() - asked).toBeLessThan(6_000);
    expect(await store.health()).toMatchObject({ ok: false });
    await expect(store.streamRevision('dossier-1')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });

    proxy.speak();
    const again = await store.append('dossier-1', 0, [event()], submit);
    expect(again).toMatchObject({ ok: true, value: { firstRevision: 1 } });
    expect(await count()).toBe(2);
  }, 20_000);

  test('more than may wait is refused at once, and says when to come again', async () => {
    await store.append('dossier-1', 'noStream', [event()], command());
    proxy.silence();
    const answers = Array.from({ length: 300 }, async (_, n) => store.append(`d-${n}`, 'any', [event()], command()));
    const busy = await Promise.race(answers.slice(-20));
    expect(busy).toEqual({ ok: false, error: { code: 'STORE_BUSY', retryAfterMs: expect.any(Number) } });
    proxy.speak();
    const outcomes = (await Promise.all(answers)).map((answer) => (answer.ok ? 'stored' : answer.error.code));
    expect(outcomes.filter((outcome) => outcome === 'STORE_BUSY').length).toBeGreaterThanOrEqual(50);
    expect(await count()).toBe(1 + outcomes.filter((outcome) => outcome === 'stored').length);
  }, 20_000);

  test('a follower comes back from where it was, and misses nothing of the meantime', async () => {
    const seen: string[] = [];
    const during: string[] = [];
    const subscription = store.subscribe(
      { after: 'start', onError: (failure) => during.push(failure.during) },
      async ({ events }) => void seen.push(...events.map(({ position }) => position)),
    );
    await store.append('dossier-1', 'any', [event()], command());
    await eventually('the first is seen', () => seen.length === 1);

    await proxy.close();
    await eventually('the loss is noticed', () => subscription.state === 'reconnecting');
    // Another process goes on writing.
    const elsewhere = new PostgresEventStore({ url: database.url, applicationName: 'elsewhere' });
    await elsewhere.append('dossier-2', 'any', [event(), event()], command());
    await elsewhere.close();
    await proxy.open();
    await eventually('all are seen', () => seen.length === 3);
    await eventually('it is live again', () => subscription.state === 'live');
    expect(seen).toEqual(['1', '2', '3']);
    expect(new Set(during)).toEqual(new Set(['read']));
  }, 20_000);
});
