import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { fail, type Result } from '#libs/domain/kernel';
import { createEventCodec, type EventCodec } from '../event-codec.js';
import {
  EventStore,
  EventStoreUnavailable,
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
  type StoreCapabilities,
  type StoreHealth,
  type StreamRevision,
  type SubscribeOptions,
  type Subscription,
} from '../event-store.port.js';
import { Follower } from '../follower.js';
import { News } from '../news.js';
import { prepareAppend, weighEvents } from '../prepared-append.js';
import { openClient } from './connection-string.js';
import { HealthProbe } from './health-probe.js';
import { comparePositions } from './log-position.js';
import { LogReader } from './log-reader.js';
import { StreamAppender } from './stream-appender.js';
import { SubscribedLog } from './subscribed-log.js';

export interface KurrentDbEventStoreOptions {
  /** `kurrentdb://user:password@host:2113?tls=true&tlsCaFile=…`; credentials nowhere else. */
  readonly url: string;
  /** Which of our processes this is; shown by the server. */
  readonly applicationName: string;
  readonly codec?: EventCodec;
  /** How long an append may take altogether, in milliseconds. Default 15,000. */
  readonly appendTimeoutMs?: number;
  /** How long one question waits for the server's answer. Default 5,000. */
  readonly answerTimeoutMs?: number;
  /** Appends that may wait in this process. Default 5,000, and 64 MB of text. */
  readonly maxWaiting?: number;
  /** Told of lost connections; the store goes on by itself. For logs. */
  readonly onError?: (error: unknown) => void;
}

/** How KurrentDB differs. */
export const IN_KURRENTDB: StoreCapabilities = {
  commandMemory: 'stream',
  clock: 'writer',
  densePositions: false,
  oneBackup: false,
};

/**
 * The log in KurrentDB, or EventStoreDB from 23.10 on. Read models, queue and operational state stay in PostgreSQL.
 * How facts lie there: `stored-record.ts`; how a command is obeyed once: `stream-appender.ts`.
 */
export class KurrentDbEventStore extends EventStore {
  override readonly capabilities: StoreCapabilities = IN_KURRENTDB;
  override readonly comparePositions = comparePositions;
  readonly #client: KurrentDBClient;
  readonly #codec: EventCodec;
  readonly #reader: LogReader;
  readonly #appender: StreamAppender;
  readonly #probe: HealthProbe;
  readonly #answerTimeoutMs: number;
  readonly #followers = new Set<Follower>();
  #closed: Promise<void> | undefined;

  /**
   * Connects at first use.
   * @throws Error when the connection string cannot be used; it never holds the password.
   */
  constructor(options: KurrentDbEventStoreOptions) {
    super();
    const { answerTimeoutMs = 5_000 } = options;
    this.#answerTimeoutMs = answerTimeoutMs;
    this.#codec = options.codec ?? createEventCodec();
    const open = (): KurrentDBClient => openClient(options.url, options.applicationName);
    this.#client = open();
    this.#reader = new LogReader(open, this.#codec, answerTimeoutMs);
    this.#probe = new HealthProbe(this.#client, this.#reader, answerTimeoutMs);
    this.#appender = new StreamAppender({
      client: this.#client,
      reader: this.#reader,
      answerTimeoutMs,
      timeoutMs: options.appendTimeoutMs ?? 15_000,
      maxWaiting: options.maxWaiting ?? 5_000,
      maxWaitingBytes: 64_000_000,
      onError: options.onError ?? (() => {}),
    });
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
    return this.#appender.append(prepared.value);
  }

  override weigh(events: readonly NewEvent[]): Result<readonly number[], AppendFailure> {
    return weighEvents(this.#codec, events);
  }

  override async findCommand(
    stream: string,
    account: string,
    commandId: string,
  ): Promise<{ readonly appended: Appended; readonly fingerprint: string } | undefined> {
    this.#mustBeOpen();
    return this.#appender.findCommand(stream, account, commandId);
  }

  override readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    this.#mustBeOpen();
    return this.#reader.readStream(stream, options);
  }

  override async streamRevision(stream: string): Promise<StreamRevision> {
    this.#mustBeOpen();
    return this.#reader.streamRevision(stream);
  }

  override async readAll(options: ReadAllOptions): Promise<EventBatch> {
    this.#mustBeOpen();
    return this.#reader.readAll(options);
  }

  override async head(): Promise<Position> {
    this.#mustBeOpen();
    return this.#reader.head();
  }

  override subscribe(options: SubscribeOptions, handler: (batch: EventBatch) => Promise<void>): Subscription {
    this.#mustBeOpen();
    const news = new News();
    const log = new SubscribedLog(this.#client, this.#reader, this.#codec, news, this.#answerTimeoutMs);
    const follower = new Follower(log, news, options, handler);
    this.#followers.add(follower);
    void follower.ended.then(async () => {
      this.#followers.delete(follower);
      await log.close();
    });
    return follower;
  }

  override async health(): Promise<StoreHealth> {
    return this.#closed ? { ok: false, reason: 'closed' } : this.#probe.look();
  }

  override async close(): Promise<void> {
    this.#closed ??= this.#end();
    await this.#closed;
  }

  async #end(): Promise<void> {
    await Promise.all([...this.#followers].map(async (follower) => follower.stop()));
    await this.#appender.over();
    await this.#client.dispose();
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new EventStoreUnavailable('The log is closed.');
  }
}
