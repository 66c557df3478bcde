import { KurrentDbEventStore, type RecordedEvent, type SubscriptionFailure } from '#libs/engine/event-store';
import { valueOf } from '#libs/domain/kernel';
import { eventually } from '#libs/platform/testing';
import type { Fault } from '../../support/kurrentdb-protocol/faults.js';
import { startKurrentDbForTests, type KurrentDbForTests } from '../../support/kurrentdb-protocol/server-for-tests.js';
import { command, facts, newStream, readToEnd, readWhole } from '../facts.js';

/** Needs a server that misbehaves on request: always the test server, also when KURRENTDB_URL is set. */
describe('bad days of a KurrentDB', () => {
  let server: KurrentDbForTests;
  let store: KurrentDbEventStore;
  const told: string[] = [];

  beforeEach(async () => {
    server = await startKurrentDbForTests();
    store = new KurrentDbEventStore({
      url: server.url,
      applicationName: 'bad days',
      answerTimeoutMs: 1_500,
      appendTimeoutMs: 6_000,
      onError: (error) => told.push(String(error)),
    });
    told.length = 0;
  });

  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  const port = () => Number(new URL(server.url.replace('kurrentdb:', 'http:')).port);

  test.each<[string, () => Fault]>([
    ['the connection breaks before the answer', () => ({ kind: 'answerLost' })],
    ['the server refuses for a moment', () => ({ kind: 'unavailable' })],
    ['no answer ever comes', () => ({ kind: 'silent' })],
    ['the server says that its time ran out, and did it all the same', () => ({ kind: 'deadlineExceeded' })],
    ['the node is no longer the leader', () => ({ kind: 'notLeader', host: '127.0.0.1', port: port() })],
  ])('%s: the append is done once, and answered', async (_, fault) => {
    const stream = newStream();
    await store.append(stream, 'noStream', facts(1), command());
    server.faults().plan('append', fault());
    const appended = valueOf(await store.append(stream, 0, facts(2), command()));
    expect(appended).toMatchObject({ firstRevision: 1, lastRevision: 2 });
    const read = await readWhole(store, stream);
    expect(read).toHaveLength(3);
    expect(read[2]?.position).toBe(appended.position);
    expect(read[2]?.recordedAt).toBe(appended.recordedAt);
    expect(told).toHaveLength(1);
  });

  test('an answer that comes too late for the writer changes nothing: sent again, the command gets it', async () => {
    const [stream, submit] = [newStream(), command()];
    server.faults().plan('append', { kind: 'silent' });
    server.faults().plan('read', { kind: 'unavailable' }, 100);
    expect(await store.append(stream, 'noStream', facts(2), submit)).toEqual({
      ok: false,
      error: { code: 'STORE_UNAVAILABLE' },
    });
    await server.restart();
    expect(await store.append(stream, 'noStream', facts(2), submit)).toMatchObject({ ok: true });
    expect(await readWhole(store, stream)).toHaveLength(2);
  });

  test('a server that stays away: appends say so in time, reads throw, health tells why, and all is well when it is back', async () => {
    const stream = newStream();
    await store.append(stream, 'noStream', facts(1), command());
    await server.restart(async () => {
      const begun = performance.now();
      expect(await store.append(stream, 0, facts(1), command())).toEqual({
        ok: false,
        error: { code: 'STORE_UNAVAILABLE' },
      });
      expect(performance.now() - begun).toBeLessThan(8_500);
      await expect(store.head()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(await store.health()).toMatchObject({ ok: false });
    });
    await eventually('it is healthy again', async () => (await store.health()).ok, 10_000);
    expect(await store.append(stream, 0, facts(1), command())).toMatchObject({ ok: true });
  });

  test('a follower whose server is lost goes on from where it was, and misses nothing and hears nothing twice', async () => {
    const seen: RecordedEvent[] = [];
    const failures: SubscriptionFailure[] = [];
    const subscription = store.subscribe(
      { after: 'start', batchSize: 7, onError: (failure) => failures.push(failure) },
      async ({ events }) => void seen.push(...events),
    );
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 5; n++) valueOf(await store.append(newStream(), 'noStream', facts(3), command()));
      await eventually('it follows', () => seen.length >= (round + 1) * 15 - 8);
      await server.restart(async () => {
        await eventually('it notices', () => subscription.state === 'reconnecting');
      });
    }
    const last = valueOf(await store.append(newStream(), 'noStream', facts(1), command())).position;
    await eventually('it has the last one', () => subscription.position === last, 15_000);
    expect(subscription.state).toBe('live');
    await subscription.stop();
    expect(seen.map(({ id }) => id)).toEqual((await readToEnd(store, 'start')).map(({ id }) => id));
    expect(failures.every(({ during }) => during === 'read')).toBe(true);
    expect(failures.length).toBeGreaterThanOrEqual(3);
  });

  test('a subscription that hears everything twice hands each event out once', async () => {
    for (let n = 0; n < 4; n++) await store.append(newStream(), 'noStream', facts(3), command());
    server.faults().plan('subscribe', { kind: 'twice' });
    const seen: string[] = [];
    const subscription = store.subscribe({ after: 'start', batchSize: 5 }, async ({ events }) => {
      seen.push(...events.map(({ id }) => id));
    });
    await subscription.caughtUp;
    const last = valueOf(await store.append(newStream(), 'noStream', facts(2), command())).position;
    await eventually('it has the last one', () => subscription.position === last);
    await subscription.stop();
    expect(seen).toEqual((await readToEnd(store, 'start')).map(({ id }) => id));
  });

  test('a follower can be stopped while the server is away', async () => {
    const subscription = store.subscribe({ after: 'start' }, async () => {});
    await subscription.caughtUp;
    await server.restart(async () => {
      await eventually('it notices', () => subscription.state === 'reconnecting');
      const begun = performance.now();
      await subscription.stop();
      expect(performance.now() - begun).toBeLessThan(3_000);
    });
    expect(subscription.state).toBe('stopped');
  });
});
