import {
  BACKWARDS,
  END,
  FORWARDS,
  START as FIRST,
  streamNameFilter,
  type Direction,
  type KurrentDBClient,
} from '@kurrent/kurrentdb-client';
import type { EventCodec } from '../event-codec.js';
import { matches } from '../event-filter.js';
import {
  START,
  type EventBatch,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamRevision,
} from '../event-store.port.js';
import { serverPositionOf, type ServerPosition } from './log-position.js';
import { isLasting, isStreamNotFound, unreadable, within } from './server-errors.js';
import { readRecord, type ServerRecord, type StoredRecord } from './stored-record.js';

/** Streams of facts: neither the server's own (`$`) nor what the adapter writes besides (`~`). */
export const STREAMS_OF_FACTS = '^[^$~]';

const STREAM_PAGE = 500;
const LOG_PAGE = 1_000;
const SMALLEST_LOG_PAGE = 32;
const PAGE_FROM_END = 16;

/**
 * Everything that asks the log and changes nothing. It has a client of its own: the client's native part, which reads go
 * through, gives up for good when the server stays away for some seconds, and answers "unavailable" for ever, also when the
 * server is back. So a client whose read failed is never asked again.
 */
export class LogReader {
  #client: KurrentDBClient | undefined;

  constructor(
    private readonly open: () => KurrentDBClient,
    private readonly codec: EventCodec,
    private readonly answerTimeoutMs: number,
  ) {}

  async *readStream(stream: string, options: ReadStreamOptions): AsyncIterable<RecordedEvent> {
    const { direction = FORWARDS, from, limit = Infinity } = options;
    let wanted = limit;
    if (wanted <= 0) return;
    const start = direction === FORWARDS ? BigInt(from ?? 0) : await this.#startBackwards(stream, from);
    for await (const { record } of this.records(stream, start, direction, Math.min(STREAM_PAGE, wanted))) {
      const fact = record?.fact;
      if (!fact || (from !== undefined && (direction === FORWARDS ? fact.revision < from : fact.revision > from)))
        continue;
      yield this.codec.decode(fact);
      if (--wanted <= 0) return;
    }
  }

  /** The records of a stream, read in pages as they are consumed; of those that are not ours only the number. */
  async *records(
    stream: string,
    from: bigint | typeof END,
    direction: Direction = FORWARDS,
    firstPage = STREAM_PAGE,
  ): AsyncIterable<{ readonly serverRevision: bigint; readonly record: StoredRecord | undefined }> {
    for (let next = from, size = firstPage; ; size = STREAM_PAGE) {
      const page = await this.#streamPage(stream, next, direction, size);
      for (const record of page) yield { serverRevision: record.revision, record: readRecord(record) };
      const last = page.at(-1)?.revision;
      if (last === undefined || page.length < size || (direction === BACKWARDS && last === 0n)) return;
      next = direction === FORWARDS ? last + 1n : last - 1n;
    }
  }

  async streamRevision(stream: string): Promise<StreamRevision> {
    for await (const { record } of this.records(stream, END, BACKWARDS, 1))
      if (record) return record.revision < 0 ? 'noStream' : record.revision;
    return 'noStream';
  }

  /**
   * Goes on after `after`, past what is no fact, to the first page that holds any. The position told is always that of a fact,
   * so that it is one of ours: at the end of the log that of the last one, whatever the server has written behind it.
   */
  async readAll({ after, filter, limit }: ReadAllOptions): Promise<EventBatch> {
    const events: RecordedEvent[] = [];
    let scannedTo = after;
    let from = serverPositionOf(after);
    // The server's reads are inclusive: one more for the event that is known already, and some that may be none of ours.
    const size = filter ? LOG_PAGE : Math.min(LOG_PAGE, Math.max(SMALLEST_LOG_PAGE, limit + 1));
    for (let atEnd = limit <= 0; !atEnd && scannedTo === after;) {
      const page = await this.#logPage(from, FORWARDS, size);
      for (const record of page) {
        const fact = readRecord(record)?.fact;
        if (!fact || fact.position === after) continue;
        scannedTo = fact.position;
        if (matches(fact, filter)) events.push(this.codec.decode(fact));
        if (events.length >= limit) return { events, scannedTo };
      }
      from = page.at(-1)?.position ?? from;
      atEnd = page.length < size;
    }
    return { events, scannedTo };
  }

  async head(): Promise<Position> {
    for (let from: ServerPosition | typeof END = END; ;) {
      const page: readonly ServerRecord[] = await this.#logPage(from, BACKWARDS, PAGE_FROM_END);
      for (const record of page) {
        const fact = readRecord(record)?.fact;
        if (fact) return fact.position;
      }
      const last = page.at(-1)?.position;
      if (!last || page.length < PAGE_FROM_END) return START;
      from = last;
    }
  }

  /** Revisions of facts lag behind the server's by as many records as are no facts: not before the one that is wanted. */
  async #startBackwards(stream: string, from: number | undefined): Promise<bigint | typeof END> {
    if (from === undefined) return END;
    for await (const { serverRevision, record } of this.records(stream, END, BACKWARDS, 1)) {
      if (!record) return END;
      const start = BigInt(from) + serverRevision - BigInt(record.revision);
      return start < serverRevision ? start : END;
    }
    return END;
  }

  async #streamPage(
    stream: string,
    fromRevision: bigint | typeof END,
    direction: Direction,
    maxCount: number,
  ): Promise<readonly ServerRecord[]> {
    return this.#collect((client) => client.readStream(stream, { fromRevision, direction, maxCount }));
  }

  async #logPage(
    fromPosition: ServerPosition | typeof FIRST | typeof END,
    direction: Direction,
    maxCount: number,
  ): Promise<readonly ServerRecord[]> {
    const filter = streamNameFilter({ regex: STREAMS_OF_FACTS });
    return this.#collect((client) => client.readAll({ fromPosition, direction, maxCount, filter }));
  }

  /** One answer of the server, whole; nothing for a stream that is not there. */
  async #collect(
    ask: (client: KurrentDBClient) => AsyncIterable<{ readonly event?: ServerRecord }>,
  ): Promise<readonly ServerRecord[]> {
    const client = (this.#client ??= this.open());
    const read = async (): Promise<readonly ServerRecord[]> => {
      const records: ServerRecord[] = [];
      for await (const { event } of ask(client)) if (event) records.push(event);
      return records;
    };
    try {
      return await within(this.answerTimeoutMs, read());
    } catch (error) {
      if (isStreamNotFound(error)) return [];
      if (!isLasting(error) && this.#client === client) this.#client = undefined;
      throw unreadable(error);
    }
  }
}
