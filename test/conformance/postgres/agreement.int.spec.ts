import fc from 'fast-check';
import {
  eventStoreMigrations,
  InMemoryEventStore,
  PostgresEventStore,
  type EventStore,
  type ExpectedRevision,
} from '#libs/engine/event-store';
import { runMigrations } from '#libs/platform/postgres';
import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { fact, readToEnd } from '../facts.js';

/** One append as an office might try it; few names, so that they meet. */
const attempt = fc.record({
  stream: fc.constantFrom('a', 'b', 'c'),
  expected: fc.oneof(
    fc.constantFrom<ExpectedRevision>('any', 'any', 'exists', 'noStream'),
    fc.integer({ min: 0, max: 4 }),
  ),
  events: fc.array(fc.jsonValue({ maxDepth: 2, stringUnit: 'grapheme' }), { maxLength: 3 }),
  account: fc.constantFrom('an', 'binh'),
  commandId: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  fingerprint: fc.constantFrom('same', 'same', 'same', 'other'),
});

describe('the log in PostgreSQL and the log in memory', () => {
  let database: TestDatabase;
  let postgres: PostgresEventStore;

  beforeAll(async () => {
    database = await createTestDatabase();
    await runMigrations(database.url, [eventStoreMigrations]);
    postgres = new PostgresEventStore({ url: database.url, applicationName: 'agreement' });
  });

  afterAll(async () => {
    await postgres.close();
    await database.drop();
  });

  test('give the same answers to any sequence of appends, and hold the same afterwards', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 25 }), async (attempts) => {
        // Each run has its own names; the positions before it are subtracted.
        const prefix = `run${run++}-`;
        const memory = new InMemoryEventStore();
        const before = Number((await postgres.head()).replace('start', '0'));
        for (const { stream, expected, events, account, commandId, fingerprint } of attempts) {
          const facts = events.map((value) => fact({ value: value as never }));
          const ask = async (store: EventStore) =>
            store.append(prefix + stream, expected, facts, { account: prefix + account, commandId, fingerprint });
          expect(withoutClock(await ask(postgres), before)).toEqual(withoutClock(await ask(memory), 0));
        }
        const after = before === 0 ? 'start' : String(before);
        const held = async (store: EventStore, from: string, base: number) =>
          (await readToEnd(store, from)).map((event) => ({
            ...event,
            recordedAt: '',
            position: Number(event.position) - base,
          }));
        expect(await held(postgres, after, before)).toEqual(await held(memory, 'start', 0));
      }),
      { numRuns: 60 },
    );
  }, 180_000);
});

function withoutClock(answer: Awaited<ReturnType<EventStore['append']>>, base: number): unknown {
  if (!answer.ok) return answer;
  const position = Number(answer.value.position.replace('start', '0')) - base;
  return { ...answer.value, recordedAt: '', position };
}
