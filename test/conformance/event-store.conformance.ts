import type { EventCodec, EventStore } from '#libs/engine/event-store';
import { describeAppending } from './appending.conformance.js';
import { describeCommandMemory } from './command-memory.conformance.js';
import { describeFollowing } from './following.conformance.js';
import { describeReading } from './reading.conformance.js';

/** A log to be tried, and a way to get rid of it. */
export interface LogUnderTest {
  readonly store: EventStore;
  dispose(): Promise<void>;
}

export type OpenLog = (codec?: EventCodec) => Promise<LogUnderTest>;

/** What every event store has to keep, whatever it is made of. Positions are opaque here, and the log may hold other facts. */
export function describeEventStore(name: string, open: OpenLog): void {
  describe(name, () => {
    describeAppending(open);
    describeCommandMemory(open);
    describeReading(open);
    describeFollowing(open);

    test('a closed store takes nothing more, and closing twice is no fault', async () => {
      const { store, dispose } = await open();
      await store.close();
      await store.close();
      const refused = await store.append('dossier-late', 'any', [], { account: 'a', commandId: 'c', fingerprint: 'f' });
      expect(refused).toEqual({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
      await dispose();
    });
  });
}

/** One log for the tests of a describe block. */
export function useLog(open: OpenLog, codec?: EventCodec): () => EventStore {
  let log: LogUnderTest | undefined;
  beforeAll(async () => {
    log = await open(codec);
  });
  afterAll(async () => {
    await log?.dispose();
  });
  return () => {
    if (!log) throw new Error('The log is opened before the tests.');
    return log.store;
  };
}
