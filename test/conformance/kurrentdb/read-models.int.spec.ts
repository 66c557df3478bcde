import { randomUUID } from 'node:crypto';
import { KurrentDbEventStore } from '#libs/engine/event-store';
import { ensureTables, ProjectionRunner, retryDeadLetters } from '#libs/engine/projections';
import { startKurrentDbForTests, type KurrentDbForTests } from '../../support/kurrentdb-protocol/server-for-tests.js';
import { append, openReadSide, rowsOf, type ReadSide } from '../../support/read-side.js';
import { tallyOf } from '../../support/tally.projection.js';
import { command, fact, facts, newStream } from '../facts.js';

describe('read models in PostgreSQL over a log in KurrentDB', () => {
  let side: ReadSide;
  let server: KurrentDbForTests;
  let store: KurrentDbEventStore;

  beforeAll(async () => {
    [side, server] = await Promise.all([openReadSide(), startKurrentDbForTests()]);
    store = new KurrentDbEventStore({ url: server.url, applicationName: 'read models' });
  });

  afterAll(async () => {
    await store.close();
    await Promise.all([side.dispose(), server.stop()]);
  });

  test('count the events for themselves, 1, 2, 3…, through stops, lost servers and remembered commands', async () => {
    const ordinals: number[] = [];
    const tally = tallyOf({
      name: `tally-${randomUUID().slice(0, 8)}`,
      types: ['DossierSubmitted'],
      ignores: ['DossierReceived'],
      weigh: ({ ordinal }) => void ordinals.push(ordinal),
    });
    await ensureTables(side.owner, [tally.projection]);
    const start = async (): Promise<ProjectionRunner> => {
      const runner = new ProjectionRunner({
        store,
        database: side.database,
        projections: [tally.projection],
        knownTypes: ['DossierSubmitted', 'DossierReceived'],
        batchSize: 4,
      });
      await runner.start();
      return runner;
    };
    const stream = newStream();
    const write = async () => {
      await append(store, { stream, events: facts(3) });
      await store.append(stream, 'any', [], command());
      return append(store, { stream, events: [fact({}, { type: 'DossierReceived' }), ...facts(3)] });
    };
    const caughtUp = async (runner: ProjectionRunner, position: string) =>
      expect(await runner.progress.waitFor([tally.projection], position, 15_000)).toEqual({ behind: false, position });

    const first = await start();
    await caughtUp(first, await write());
    await server.restart();
    await caughtUp(first, await write());
    await first.stop();
    const last = await write();
    const second = await start();
    await caughtUp(second, last);
    const [lag] = await second.progress.lag();
    expect(lag).toMatchObject({ ordinal: 21, position: last, eventsBehind: 0, deadLetters: 0 });
    await second.progress.refuseCheckpointsAhead();
    await second.stop();

    const expected = Array.from({ length: 21 }, (_, n) => n + 1);
    expect(ordinals.toSorted((a, b) => a - b)).toEqual(expected.filter((ordinal) => ordinal % 7 !== 4));
    const trail = Array.from({ length: 21 }, (_, n) => n).filter((revision) => revision % 7 !== 3);
    expect(await rowsOf(side.database, tally.table)).toEqual([{ stream, events: 18, trail: `${trail.join(' ')} ` }]);
  });

  test('a parked event is found again in its stream when the cause is mended', async () => {
    let broken = true;
    const tally = tallyOf({
      name: `tally-${randomUUID().slice(0, 8)}`,
      types: ['DossierSubmitted'],
      ignores: ['DossierReceived'],
      weigh: ({ revision }) => {
        if (broken && revision === 1) throw new Error('cannot be taken in');
      },
    });
    await ensureTables(side.owner, [tally.projection]);
    const runner = new ProjectionRunner({
      store,
      database: side.database,
      projections: [tally.projection],
      knownTypes: ['DossierSubmitted', 'DossierReceived'],
    });
    const stream = newStream();
    await store.append(stream, 'noStream', [], command());
    const position = await append(store, { stream, events: facts(3) });
    await runner.start();
    await runner.progress.waitFor([tally.projection], position, 15_000);
    expect((await runner.progress.lag())[0]?.deadLetters).toBeGreaterThanOrEqual(2);
    await runner.stop();
    broken = false;
    await retryDeadLetters(store, side.database, tally.projection);
    const rows = (await rowsOf(side.database, tally.table)) as { stream: string; trail: string }[];
    expect(rows.find((row) => row.stream === stream)).toMatchObject({ trail: '0 1 2 ' });
  });
});
