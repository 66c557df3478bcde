import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventStoreMigrations, PostgresEventStore, type RecordedEvent } from '#libs/engine/event-store';
import { runMigrations } from '#libs/platform/postgres';
import { createTestDatabase, eventually, type TestDatabase } from '#libs/platform/testing';
import { readToEnd } from '../facts.js';

interface Acknowledged {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

const PROGRAM = fileURLToPath(new URL('writer.process.js', import.meta.url));
const STREAMS = ['dossier-1', 'dossier-2', 'dossier-3', 'dossier-4', 'dossier-5'];
const EACH = 180;

describe('three processes write to five streams at once, and one follows', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let children: ChildProcess[];
  let acknowledged: Acknowledged[];
  let conflicts: number;

  beforeEach(async () => {
    database = await createTestDatabase();
    await runMigrations(database.url, [eventStoreMigrations]);
    store = new PostgresEventStore({ url: database.url, applicationName: 'follower' });
    children = [];
    acknowledged = [];
    conflicts = 0;
  });

  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await store.close();
    await database.drop();
  });

  function startWriters(): Promise<unknown>[] {
    return ['mot', 'hai', 'ba'].map((name) => {
      const child = fork(PROGRAM, [database.url, name, STREAMS.join(','), String(EACH)], { execArgv: [] });
      child.on('message', (message: Acknowledged | { conflicts: number }) => {
        if ('conflicts' in message) conflicts += message.conflicts;
        else acknowledged.push(message);
      });
      children.push(child);
      return once(child, 'exit');
    });
  }

  function follow(): { seen: RecordedEvent[]; untilHead: () => Promise<void> } {
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe({ after: 'start', batchSize: 20 }, async ({ events }) => {
      seen.push(...events);
    });
    return {
      seen,
      async untilHead() {
        const head = await store.head();
        await eventually('the follower has reached the head', () => subscription.position === head);
        await subscription.stop();
      },
    };
  }

  const key = ({ id, stream, revision, position }: Acknowledged) =>
    `${position.padStart(9, '0')} ${stream} ${revision} ${id}`;

  test('acknowledged = stored = seen once, in order, without a gap', async () => {
    const { seen, untilHead } = follow();
    const exits = await Promise.all(startWriters());
    expect(exits).toEqual([0, 1, 2].map(() => [0, null]));
    await untilHead();
    const stored = await readToEnd(store, 'start');
    expect(acknowledged).toHaveLength(3 * EACH);
    expect(acknowledged.map(key).sort()).toEqual(stored.map(key));
    expect(seen.map(key)).toEqual(stored.map(key));
    expect(stored.map((event) => event.position)).toEqual(stored.map((_, index) => String(index + 1)));
    for (const stream of STREAMS) {
      const revisions = stored.filter((event) => event.stream === stream).map((event) => event.revision);
      expect(revisions).toEqual(revisions.map((_, index) => index));
    }
    // Otherwise nobody fought for anything, and the test shows nothing.
    expect(conflicts).toBeGreaterThan(0);
  }, 180_000);

  test('one of them is killed in the middle: what it had acknowledged is there, and the others go on', async () => {
    const { seen, untilHead } = follow();
    const exits = startWriters();
    await eventually('they are in the middle of it', () => acknowledged.length > EACH, 30_000);
    children[1]?.kill('SIGKILL');
    expect(await Promise.all(exits)).toEqual([
      [0, null],
      [null, 'SIGKILL'],
      [0, null],
    ]);
    await untilHead();
    const stored = (await readToEnd(store, 'start')).map(key);
    expect(seen.map(key)).toEqual(stored);
    // It may have stored what it did not live to tell; never the other way round.
    const known = new Set(stored);
    expect(acknowledged.map(key).filter((told) => !known.has(told))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(2 * EACH);
  }, 180_000);
});
