import { type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { EventStore, JsonObject, Position, RecordedEvent } from '#libs/engine/event-store';
import { START } from '#libs/engine/event-store';
import { MAX_PAGE } from '#libs/service/read-models';

/** Which events of the log; all given conditions must hold. */
export interface LogFilter {
  /** Beginning of the stream's name: `dossier-`. */
  readonly stream?: string;
  readonly type?: string;
  /** Account that acted, or for whom somebody acted. */
  readonly actor?: string;
  /** From this moment on. */
  readonly recordedFrom?: Instant;
  /** Before this moment. */
  readonly recordedTo?: Instant;
  readonly effectiveFrom?: Instant;
  readonly effectiveTo?: Instant;
}

/** One event of the log, with all that it holds: also personal data. */
export interface LogEntry {
  readonly id: string;
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

export interface LogPage {
  readonly items: readonly LogEntry[];
  /** The last position that was looked at, matching or not: hand it back as `after` to go on, now or later. */
  readonly position: Position;
  /** The same while the log goes on after it; null at its end. */
  readonly next: Position | null;
}

const DEFAULT_PAGE = 50;
/** So many events are looked at for one page: an answer comes soon also where nothing matches. */
const SCAN_AT_MOST = 5_000;
const BATCH = 500;

/** Reads the whole log in its order, for auditors. The log itself is asked, not a read model: nothing is behind or left out. */
export class LogReader {
  constructor(private readonly store: EventStore) {}

  /** Refuses a limit or position that is none with `MALFORMED_REQUEST`. @throws EventStoreUnavailable */
  async page(
    filter: LogFilter,
    { after = START, limit = DEFAULT_PAGE }: { readonly after?: Position; readonly limit?: number },
  ): Promise<Decision<LogPage>> {
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
      return refuse('MALFORMED_REQUEST', { params: { issues: `limit: 1–${MAX_PAGE}` } });
    if (!this.isPosition(after)) return refuse('MALFORMED_REQUEST', { params: { issues: 'after' } });
    const items: LogEntry[] = [];
    let position = after;
    // What the store cannot ask is asked here, of more events than are wanted.
    const narrowed = Object.keys(filter).some((field) => field !== 'stream' && field !== 'type');
    for (let scanned = 0; scanned < SCAN_AT_MOST; scanned += BATCH) {
      const { events, scannedTo } = await this.store.readAll({
        after: position,
        limit: narrowed ? BATCH : limit - items.length,
        filter: storeFilter(filter),
      });
      if (scannedTo === position) return ok({ items, position, next: null });
      for (const event of events) {
        if (!matches(event, filter)) continue;
        items.push(entryOf(event));
        if (items.length === limit) return ok({ items, position: event.position, next: event.position });
      }
      position = scannedTo;
    }
    return ok({ items, position, next: position });
  }

  private isPosition(text: string): boolean {
    try {
      return this.store.comparePositions(text, text) === 0;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }
}

const storeFilter = ({ stream, type }: LogFilter) => ({
  ...(stream === undefined ? {} : { streamPrefixes: [stream] }),
  ...(type === undefined ? {} : { types: [type] }),
});

function matches({ metadata, recordedAt, effectiveAt }: RecordedEvent, filter: LogFilter): boolean {
  const actor = metadata['actor'] as { readonly id?: string; readonly onBehalfOf?: string } | undefined;
  return (
    (filter.actor === undefined || actor?.id === filter.actor || actor?.onBehalfOf === filter.actor) &&
    within(recordedAt, filter.recordedFrom, filter.recordedTo) &&
    within(effectiveAt, filter.effectiveFrom, filter.effectiveTo)
  );
}

/** From the first moment on, before the second. */
const within = (at: Instant, from: Instant | undefined, to: Instant | undefined): boolean =>
  (from === undefined || at >= from) && (to === undefined || at < to);

const entryOf = (event: RecordedEvent): LogEntry => {
  const { id, position, stream, revision, type, schemaVersion, recordedAt, effectiveAt, data, metadata } = event;
  return { id, position, stream, revision, type, schemaVersion, recordedAt, effectiveAt, data, metadata };
};
