import { fail, type Result } from '#libs/domain/kernel';
import { migrationsOf, openDatabase, type Database, type MigrationSet } from '#libs/platform/postgres';
import { ordinalOf } from '../dense-position.js';
import { createEventCodec, type EventCodec } from '../event-codec.js';
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
import { Follower } from '../follower.js';
import { News } from '../news.js';
import { prepareAppend, weighEvents } from '../prepared-append.js';
import { AppendQueue } from './append-queue.js';
import { AppendWriter } from './append-writer.js';
import { LogReader } from './log-reader.js';
import { NewsFeed } from './news-feed.js';

export interface PostgresEventStoreOptions {
  readonly url: string;
  /** Which of our processes this is; shown by the server. */
  readonly applicationName: string;
  readonly codec?: EventCodec;
  /** Connections for reading at most. Default 4; following takes one more, writing two. */
  readonly readers?: number;
  /** How long an append may take altogether, in milliseconds. Default 15,000. */
  readonly appendTimeoutMs?: number;
  /** How long a writer waits for the server's answer before it takes another connection. Default 5,000. */
  readonly answerTimeoutMs?: number;
  /** Appends that may wait in this process. Default 5,000, and 64 MB of text. */
  readonly maxWaiting?: number;
  /** Told of lost connections; the store goes on by itself. For logs. */
  readonly onError?: (error: unknown) => void;
}

/** The migrations of the log. */
export const eventStoreMigrations: MigrationSet = migrationsOf('libs/engine/event-store');

const WRITERS = 2;

/**
 * The log in PostgreSQL. Positions are 1, 2, 3… without a gap, in the order of commits: every batch locks the head first.
 * The lock is paid once per batch, and appends asked for at the same time travel together.
 */
export class PostgresEventStore extends EventStore {
  override readonly capabilities: StoreCapabilities = IN_ONE_DATABASE;
  readonly #codec: EventCodec;
  readonly #readDatabase: Database;
  readonly #writeDatabase: Database;
  readonly #reader: LogReader;
  readonly #queue: AppendQueue;
  readonly #writers: readonly AppendWriter[];
  readonly #news = new News();
  readonly #feed: NewsFeed;
  readonly #followers = new Set<Follower>();
  #closed: Promise<void> | undefined;

  /** Connects at first use. */
  constructor(options: PostgresEventStoreOptions) {
    super();
    const { url, applicationName, answerTimeoutMs = 5_000 } = options;
    const onError = options.onError ?? (() => {});
    this.#codec = options.codec ?? createEventCodec();
    const session = { url, role: 'vinhdanh_app', onIdleError: onError, connectTimeoutMs: answerTimeoutMs } as const;
    this.#readDatabase = openDatabase({
      ...session,
      applicationName: `${applicationName} log reader`,
      max: (options.readers ?? 4) + 1,
    });
    this.#writeDatabase = openDatabase({
      ...session,
      applicationName: `${applicationName} log writer`,
      max: WRITERS,
      // A little less than the writer's own patience: the server should give up first, and say so.
      statementTimeoutMs: Math.ceil(answerTimeoutMs * 0.8),
      lockTimeoutMs: Math.ceil(answerTimeoutMs * 0.8),
      idleInTransactionTimeoutMs: answerTimeoutMs,
    });
    this.#reader = new LogReader(this.#readDatabase, url, this.#codec);
    this.#feed = new NewsFeed(this.#readDatabase, this.#news, onError);
    this.#queue = new AppendQueue({
      maxWaiting: options.maxWaiting ?? 5_000,
      maxWaitingBytes: 64_000_000,
      timeoutMs: options.appendTimeoutMs ?? 15_000,
    });
    this.#writers = Array.from(
      { length: WRITERS },
      () =>
        new AppendWriter({
          database: this.#writeDatabase,
          queue: this.#queue,
          answerTimeoutMs,
          onWritten: (head) => this.#feed.written(head),
          onError,
        }),
    );
    this.#queue.onWork = () => this.#writers.forEach((writer) => writer.wake());
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
    return this.#queue.offer(prepared.value);
  }

  override weigh(events: readonly NewEvent[]): Result<readonly number[], AppendFailure> {
    return weighEvents(this.#codec, events);
  }

  override async findCommand(
    stream: string,
    account: string,
    commandId: string,
  ): Promise<{ readonly appended: Appended; readonly fingerprint: string } | undefined> {
    return this.#reader.findCommand(stream, account, commandId);
  }

  override readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    return this.#reader.readStream(stream, options);
  }

  override async streamRevision(stream: string): Promise<StreamRevision> {
    return this.#reader.streamRevision(stream);
  }

  override async readAll(options: ReadAllOptions): Promise<EventBatch> {
    return this.#reader.readAll(options);
  }

  override async head(): Promise<Position> {
    return this.#reader.head();
  }

  override subscribe(options: SubscribeOptions, handler: (batch: EventBatch) => Promise<void>): Subscription {
    this.#feed.start();
    const follower = new Follower(this, this.#news, options, handler);
    this.#followers.add(follower);
    void follower.ended.then(() => this.#followers.delete(follower));
    return follower;
  }

  override comparePositions(a: Position, b: Position): number {
    return ordinalOf(a) - ordinalOf(b);
  }

  override async health(): Promise<StoreHealth> {
    try {
      return { ok: true, head: await this.#reader.head() };
    } catch (error) {
      return { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  override async close(): Promise<void> {
    this.#closed ??= this.#end();
    await this.#closed;
  }

  async #end(): Promise<void> {
    await Promise.all([...this.#followers].map(async (follower) => follower.stop()));
    await Promise.all(this.#writers.map(async (writer) => writer.close()));
    await this.#feed.stop();
    await Promise.all([this.#readDatabase.close(), this.#writeDatabase.close()]);
  }
}
