import { streamNameFilter, type AllStreamSubscription, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventCodec } from '../event-codec.js';
import { matches } from '../event-filter.js';
import { START, type EventBatch, type Position, type ReadAllOptions, type RecordedEvent } from '../event-store.port.js';
import type { News } from '../news.js';
import { comparePositions, positionAt, serverPositionOf, type ServerPosition } from './log-position.js';
import { STREAMS_OF_FACTS, type LogReader } from './log-reader.js';
import { NoAnswer, unreadable } from './server-errors.js';
import { readRecord, type ServerRecord } from './stored-record.js';

/** Records that wait in this process for the handler; the server waits when it is full. */
const WAITING_RECORDS = 2_000;
/** A batch without events is handed out after so many that were not wanted. */
const SCAN_AT_ONCE = 5_000;
/** The server tells how far it has looked once in so many windows of 32 records. */
const MARKER_INTERVAL = 32;
/** Behind the head there is more to come; wait so long for it before handing out less than asked for. */
const MORE_COMES_WITHIN_MS = 1_000;

/** What stands in the subscription's queue: a record, or a mark that the server has looked so far. */
type Item = { readonly event?: ServerRecord } | { readonly lookedTo: ServerPosition };

/**
 * The log as one follower sees it through a catch-up subscription: read by asking, like any other log, so that the follower
 * that supervises it is the same. The client's subscription says `error` once when the server is lost, and then nothing ever
 * again, not even that it has ended: the next read fails with that error, and the one after it subscribes anew from where
 * the follower stands.
 */
export class SubscribedLog {
  #subscription: AllStreamSubscription | undefined;
  #failure: { readonly error: unknown } | undefined;
  /** The head when it was subscribed: up to there everything is still to come. */
  #goal: Position = START;
  #seen: Position = START;
  /** Nothing of ours lies between what was handed out and here; a shorter way when subscribing again. */
  #lookedTo: Position = START;
  readonly #wake = new Set<() => void>();

  constructor(
    private readonly client: KurrentDBClient,
    private readonly reader: LogReader,
    private readonly codec: EventCodec,
    private readonly news: News,
    private readonly answerTimeoutMs: number,
  ) {}

  readonly comparePositions = comparePositions;

  async head(): Promise<Position> {
    return this.reader.head();
  }

  /** What has arrived after `after`, which is where the last batch ended; without waiting once the head is reached. */
  async readAll({ after, filter, limit }: ReadAllOptions): Promise<EventBatch> {
    const subscription = await this.#subscribed(after);
    const events: RecordedEvent[] = [];
    let scannedTo = after;
    let lookedTo = this.#lookedTo;
    for (let scanned = 0; events.length < limit && scanned < SCAN_AT_ONCE;) {
      const item = subscription.read() as Item | null;
      if (item === null) {
        if (this.#failure && scannedTo === after) throw this.#giveUp(this.#failure.error);
        const behind = comparePositions(this.#seen, this.#goal) < 0;
        if (this.#failure || !behind || !(await this.#more())) break;
        continue;
      }
      scanned++;
      if ('lookedTo' in item) {
        lookedTo = positionAt(item.lookedTo);
        continue;
      }
      const fact = item.event && readRecord(item.event)?.fact;
      if (!fact || comparePositions(fact.position, this.#seen) <= 0) continue;
      scannedTo = this.#seen = fact.position;
      if (matches(fact, filter)) events.push(this.codec.decode(fact));
    }
    this.#lookedTo = lookedTo;
    return { events, scannedTo };
  }

  /** Lets the subscription go. The next read makes a new one. */
  async close(): Promise<void> {
    const subscription = this.#subscription;
    this.#subscription = undefined;
    this.#failure = undefined;
    if (!subscription) return;
    await subscription.unsubscribe().catch(() => {});
    subscription.destroy();
  }

  async #subscribed(after: Position): Promise<AllStreamSubscription> {
    if (this.#subscription) return this.#subscription;
    const goal = await this.reader.head();
    const from = comparePositions(this.#lookedTo, after) > 0 ? this.#lookedTo : after;
    const subscription = this.client.subscribeToAll(
      {
        fromPosition: serverPositionOf(from),
        filter: streamNameFilter({
          regex: STREAMS_OF_FACTS,
          checkpointInterval: MARKER_INTERVAL,
          // It runs ahead of the events that wait in the queue: so it takes its place in the queue. It must never throw.
          checkpointReached: (queue, lookedTo) => void queue.push({ lookedTo }),
        }),
      },
      { highWaterMark: WAITING_RECORDS },
    );
    const tell = (): void => {
      for (const wake of this.#wake) wake();
      this.news.announce();
    };
    const fail = (error: unknown): void => {
      if (this.#subscription === subscription) this.#failure ??= { error };
      tell();
    };
    // For as long as it lives, also after it was given up: an `error` that nobody hears ends the process.
    subscription.on('error', fail);
    subscription.once('close', () => fail(new Error('The subscription was closed.')));
    subscription.once('end', () => fail(new Error('The subscription ended.')));
    subscription.on('readable', tell);
    this.#subscription = subscription;
    this.#failure = undefined;
    this.#seen = after;
    this.#goal = goal;
    try {
      await this.#confirmed(subscription);
    } catch (error) {
      throw this.#giveUp(error);
    }
    return subscription;
  }

  async #confirmed(subscription: AllStreamSubscription): Promise<void> {
    const state = { confirmed: false };
    subscription.once('confirmation', () => {
      state.confirmed = true;
      for (const wake of this.#wake) wake();
    });
    const deadline = performance.now() + this.answerTimeoutMs;
    while (!state.confirmed) {
      if (this.#failure) throw this.#failure.error;
      if (this.#subscription !== subscription) throw new Error('The subscription was let go.');
      if (performance.now() >= deadline) throw new NoAnswer(this.answerTimeoutMs);
      await this.#more(deadline - performance.now());
    }
  }

  /** Waits for the next sign of life; false when there was none in time. */
  async #more(milliseconds = MORE_COMES_WITHIN_MS): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#wake.delete(wake);
        resolve(true);
      };
      const timer = setTimeout(
        () => {
          this.#wake.delete(wake);
          resolve(false);
        },
        Math.max(1, milliseconds),
      );
      this.#wake.add(wake);
    });
  }

  #giveUp(error: unknown): unknown {
    void this.close();
    return unreadable(error);
  }
}
