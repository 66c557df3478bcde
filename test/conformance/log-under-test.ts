import type { EventCodec, EventStore } from '#libs/engine/event-store';

/** A log to be tried, and a way to get rid of it. */
export interface LogUnderTest {
  readonly store: EventStore;
  readonly dispose: () => Promise<void>;
}

export type OpenLog = (codec?: EventCodec) => Promise<LogUnderTest>;

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
