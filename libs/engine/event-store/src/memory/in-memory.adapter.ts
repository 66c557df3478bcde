import { fail, ok, type Instant, type Result } from '#libs/domain/kernel';
import { ordinalOf, positionOf } from '../dense-position.js';
import { createEventCodec, type EventCodec, type StoredEvent } from '../event-codec.js';
import {
  EventStore,
  type AppendFailure,
  type Appended,
  type CommandKey,
  type EventBatch,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  IN_ONE_DATABASE,
  type StoreCapabilities,
  type StoreHealth,
  type StreamRevision,
  type SubscribeOptions,
  type Subscription,
} from '../event-store.port.js';
import { matches } from '../event-filter.js';
import { isAsExpected } from '../expected-revision.js';
import { Follower } from '../follower.js';
import { News } from '../news.js';
import { prepareAppend, type PreparedAppend, weighEvents } from '../prepared-append.js';

export interface InMemoryEventStoreOptions {
  readonly codec?: EventCodec;
  /** The store's clock. Default: the machine's. */
  readonly now?: () => Instant;
}

/** The log in a process's memory, with every promise of the port but that it outlives the process. For tests. */
export class InMemoryEventStore extends EventStore {
  override readonly capabilities: StoreCapabilities = IN_ONE_DATABASE;
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #commands = new Map<string, { readonly fingerprint: string; readonly appended: Appended }>();
  readonly #followers = new Set<Follower>();
  readonly #news = new News();
  readonly #codec: EventCodec;
  readonly #now: () => Instant;
  #lastRecordedAt: Instant = '';
  #closed = false;

  constructor(options: InMemoryEventStoreOptions = {}) {
    super();
    this.#codec = options.codec ?? createEventCodec();
    this.#now = options.now ?? (() => new Date().toISOString());
  }

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    command: CommandKey,
  ): Promise<Result<Appended, AppendFailure>> {
    const prepared = prepareAppend(this.#codec, stream, expected, events, command);
    if (!prepared.ok) return prepared;
    if (this.#closed) return fail({ code: 'STORE_UNAVAILABLE' });
    const key = commandKey(command.account, command.commandId);
    const known = this.#commands.get(key);
    if (known)
      return known.fingerprint === command.fingerprint && known.appended.stream === stream
        ? ok(known.appended)
        : fail({ code: 'COMMAND_ID_REUSED' });
    const actual = this.#revisionOf(stream);
    if (!isAsExpected(expected, actual)) return fail({ code: 'REVISION_CONFLICT', expected, actual });
    const appended = this.#write(prepared.value);
    this.#commands.set(key, { fingerprint: command.fingerprint, appended: { ...appended, repeated: true } });
    this.#news.announce();
    return ok(appended);
  }

  override weigh(events: readonly NewEvent[]): Result<readonly number[], AppendFailure> {
    return weighEvents(this.#codec, events);
  }

  override async findCommand(
    stream: string,
    account: string,
    commandId: string,
  ): Promise<{ readonly appended: Appended; readonly fingerprint: string } | undefined> {
    const known = this.#commands.get(commandKey(account, commandId));
    return known?.appended.stream === stream ? known : undefined;
  }

  override async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    const events = this.#streams.get(stream) ?? [];
    const { direction = 'forwards', limit = Infinity } = options;
    const step = direction === 'forwards' ? 1 : -1;
    let revision = options.from ?? (step === 1 ? 0 : events.length - 1);
    if (step === -1) revision = Math.min(revision, events.length - 1);
    for (let count = 0; count < limit; count++, revision += step) {
      const event = events[revision];
      if (!event) return;
      yield this.#codec.decode(event);
    }
  }

  override async streamRevision(stream: string): Promise<StreamRevision> {
    return this.#revisionOf(stream);
  }

  override async readAll({ after, filter, limit }: ReadAllOptions): Promise<EventBatch> {
    const events: RecordedEvent[] = [];
    let scanned = ordinalOf(after);
    while (scanned < this.#log.length && events.length < limit) {
      const event = this.#log[scanned++];
      if (event && matches(event, filter)) events.push(this.#codec.decode(event));
    }
    return { events, scannedTo: positionOf(scanned) };
  }

  override async head(): Promise<Position> {
    return positionOf(this.#log.length);
  }

  override subscribe(options: SubscribeOptions, handler: (batch: EventBatch) => Promise<void>): Subscription {
    const follower = new Follower(this, this.#news, options, handler);
    this.#followers.add(follower);
    void follower.ended.then(() => this.#followers.delete(follower));
    return follower;
  }

  override comparePositions(a: Position, b: Position): number {
    return ordinalOf(a) - ordinalOf(b);
  }

  override async health(): Promise<StoreHealth> {
    return this.#closed ? { ok: false, reason: 'closed' } : { ok: true, head: await this.head() };
  }

  override async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#followers].map(async (follower) => follower.stop()));
  }

  #revisionOf(stream: string): StreamRevision {
    const length = this.#streams.get(stream)?.length ?? 0;
    return length === 0 ? 'noStream' : length - 1;
  }

  #write(append: PreparedAppend): Appended {
    const { stream } = append;
    const now = this.#now();
    const recordedAt = now > this.#lastRecordedAt ? now : this.#lastRecordedAt;
    this.#lastRecordedAt = recordedAt;
    const events = this.#streams.get(stream) ?? [];
    const firstRevision = events.length;
    for (const event of append.events) {
      const stored: StoredEvent = {
        id: event.id,
        type: event.type,
        schemaVersion: event.schemaVersion,
        effectiveAt: new Date(event.effectiveAt).toISOString(),
        stream,
        revision: events.length,
        position: positionOf(this.#log.length + 1),
        recordedAt,
        dataText: event.data.toString(),
        metadataText: event.metadata.toString(),
      };
      events.push(stored);
      this.#log.push(stored);
    }
    if (events.length > 0) this.#streams.set(stream, events);
    const position = positionOf(this.#log.length);
    return { stream, firstRevision, lastRevision: events.length - 1, position, recordedAt, repeated: false };
  }
}

const commandKey = (account: string, commandId: string): string => `${account}\0${commandId}`;
