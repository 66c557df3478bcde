import { backoffMs, pause } from './backoff.js';
import type {
  EventBatch,
  EventStore,
  Position,
  SubscribeOptions,
  Subscription,
  SubscriptionFailure,
  SubscriptionState,
} from './event-store.port.js';
import type { News } from './news.js';

const DEFAULT_BATCH = 500;

/** What a follower needs of a store that is read by asking. */
type Source = Pick<EventStore, 'readAll' | 'head' | 'comparePositions'>;

/** A subscription over a store that is read by asking: reads on, hands over, waits for news when it is at the end. */
export class Follower implements Subscription {
  readonly caughtUp: Promise<boolean>;
  /** Resolves when it has stopped. */
  readonly ended: Promise<void>;
  #state: SubscriptionState = 'catchingUp';
  #position: Position;
  readonly #stop = new AbortController();
  #reportCaughtUp: (reached: boolean) => void = () => {};

  constructor(
    private readonly source: Source,
    private readonly news: News,
    private readonly options: SubscribeOptions,
    private readonly handler: (batch: EventBatch) => Promise<void>,
  ) {
    this.#position = options.after;
    this.caughtUp = new Promise((resolve) => (this.#reportCaughtUp = resolve));
    this.ended = this.#run();
  }

  get state(): SubscriptionState {
    return this.#state;
  }

  get position(): Position {
    return this.#position;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.ended;
  }

  async #run(): Promise<void> {
    // Never inside subscribe() itself: a handler may want to use the subscription it was given for.
    await Promise.resolve();
    const { source } = this;
    const headAtStart = await this.#untilDone('read', async () => source.head());
    while (!this.#stop.signal.aborted) {
      const version = this.news.version;
      const batch = await this.#untilDone('read', async () => this.#read());
      if (batch === undefined) break;
      const nothingNew = batch.scannedTo === this.#position;
      if (!nothingNew) {
        const handled = await this.#untilDone('handle', async () => this.handler(batch).then(() => true));
        if (handled === undefined) break;
        this.#position = batch.scannedTo;
      }
      if (headAtStart !== undefined && source.comparePositions(this.#position, headAtStart) >= 0) {
        this.#state = 'live';
        this.#reportCaughtUp(true);
      }
      if (nothingNew) await this.news.since(version, this.#stop.signal);
    }
    this.#state = 'stopped';
    this.#reportCaughtUp(false);
  }

  async #read(): Promise<EventBatch> {
    const { filter, batchSize } = this.options;
    return this.source.readAll({
      after: this.#position,
      limit: batchSize ?? DEFAULT_BATCH,
      ...(filter ? { filter } : {}),
    });
  }

  /** Tries until it succeeds, with growing pauses; `undefined` when stopped before. */
  async #untilDone<T>(during: SubscriptionFailure['during'], attemptIt: () => Promise<T>): Promise<T | undefined> {
    const before = this.#state;
    for (let attempt = 1; !this.#stop.signal.aborted; attempt++) {
      try {
        const value = await attemptIt();
        this.#state = before;
        return value;
      } catch (cause) {
        const retryInMs = backoffMs(attempt);
        this.#state = during === 'read' ? 'reconnecting' : 'retrying';
        this.options.onError?.({ cause, during, attempt, retryInMs, after: this.#position });
        await pause(retryInMs, this.#stop.signal);
      }
    }
    return undefined;
  }
}
