import type { Instant, Result } from '#libs/domain/kernel';
import type { JsonObject } from './json.js';

/**
 * A place in the log. Opaque: kept, handed back and compared by the store that gave it (`comparePositions`), never
 * computed with. `'start'` is the place before the first event, and the head of an empty log.
 */
export type Position = string;

export const START: Position = 'start';

/** How long a stream is: the revision of its last event (0 is the first), or that there is no such stream. */
export type StreamRevision = number | 'noStream';

/** What the writer believes about the stream. A `StreamRevision` that was read may be handed back as it is. */
export type ExpectedRevision = StreamRevision | 'any' | 'exists';

/** A fact to be appended. */
export interface NewEvent {
  /** A UUID. */
  readonly id: string;
  /** PascalCase, past tense: `DossierSubmitted`. */
  readonly type: string;
  /** The version of the shape of `data`, from 1; the newest one this program knows. */
  readonly schemaVersion: number;
  /** When it holds in the office's world; UTC with milliseconds. */
  readonly effectiveAt: Instant;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** A fact as the log holds it, brought to the newest shape by the upcasters. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** Its place in the stream: 0, 1, 2… */
  readonly revision: number;
  readonly position: Position;
  /** When it was recorded; never runs backwards along the log where `StoreCapabilities.clock` is that of the store. */
  readonly recordedAt: Instant;
  /** The version under which it was stored; `schemaVersion` is that of `data` as handed out here. */
  readonly storedVersion: number;
  /** The stored text of `data`, byte for byte (RFC 8785 when it was written): what a proof is computed over. */
  readonly dataText: string;
  /** The stored text of `metadata`, byte for byte. */
  readonly metadataText: string;
}

/** Who sends which command, so that the store can know a repeat. */
export interface CommandKey {
  /** The account that sends; command ids are scoped to it. */
  readonly account: string;
  /** One per command and stream. A command that writes to several streams derives one for each. */
  readonly commandId: string;
  /** A digest of route and body: the same command id with another one is another command, and refused. */
  readonly fingerprint: string;
}

/** What an append did, also when it did it earlier. */
export interface Appended {
  readonly stream: string;
  /** Revision of the first event of this append; `lastRevision + 1` when there were none. */
  readonly firstRevision: number;
  /** Revision of the stream after this append; -1 when an append without events met no stream. */
  readonly lastRevision: number;
  /** Position of the last event; without events the head of the log at that moment. */
  readonly position: Position;
  readonly recordedAt: Instant;
  /** The command was known: this is its first answer, and nothing was written now. */
  readonly repeated: boolean;
}

export type AppendFailure =
  /** The stream is not as expected. Nothing was written. */
  | { readonly code: 'REVISION_CONFLICT'; readonly expected: ExpectedRevision; readonly actual: StreamRevision }
  /** The command id was used for another content or another stream. Nothing was written. */
  | { readonly code: 'COMMAND_ID_REUSED' }
  /** Too much waits in this process already. Nothing was written. */
  | { readonly code: 'STORE_BUSY'; readonly retryAfterMs: number }
  /** The content can never be stored: not strict JSON, too large, no UUID… Nothing was written. */
  | { readonly code: 'EVENT_NOT_STORABLE'; readonly reason: string }
  /** No answer in time. It may have been written: send again with the same command id to learn it. */
  | { readonly code: 'STORE_UNAVAILABLE' };

/** Why a read did not succeed; thrown, since half an answer is none. */
export class EventStoreUnavailable extends Error {
  readonly code = 'STORE_UNAVAILABLE';
  override readonly name = 'EventStoreUnavailable';
}

export interface ReadStreamOptions {
  /** Default `forwards`. */
  readonly direction?: 'forwards' | 'backwards';
  /** First revision handed out, inclusive. Default: the first one forwards, the last one backwards. */
  readonly from?: number;
  /** At most so many events. Default: all. */
  readonly limit?: number;
}

/** Which events are wanted: those that match one prefix and one type; what is left out matches all. */
export interface EventFilter {
  /** Beginnings of stream names: `dossier-`. */
  readonly streamPrefixes?: readonly string[];
  readonly types?: readonly string[];
}

export interface ReadAllOptions {
  /** Exclusive: the last position already seen. */
  readonly after: Position;
  readonly filter?: EventFilter;
  /** At most so many events. */
  readonly limit: number;
}

/** A piece of the log. */
export interface EventBatch {
  /** In order of position; empty when nothing in the piece matched the filter. */
  readonly events: readonly RecordedEvent[];
  /** The last position looked at, matching or not: go on after this one. Equal to `after` at the end of the log. */
  readonly scannedTo: Position;
}

export interface SubscribeOptions {
  /** Exclusive: where the follower left off. */
  readonly after: Position;
  readonly filter?: EventFilter;
  /** At most so many events in one call of the handler. Default 500. */
  readonly batchSize?: number;
  /** Told of each failure of handler or connection; the subscription goes on by itself. For logs. */
  readonly onError?: (failure: SubscriptionFailure) => void;
}

export interface SubscriptionFailure {
  readonly cause: unknown;
  readonly during: 'read' | 'handle';
  /** How many times in a row. */
  readonly attempt: number;
  /** The next attempt comes after so many milliseconds. */
  readonly retryInMs: number;
  /** The last position handled; the batch that failed begins after it. */
  readonly after: Position;
}

export type SubscriptionState =
  /** Behind the head it last saw. */
  | 'catchingUp'
  /** Everything known is handled; waits for news. */
  | 'live'
  /** The handler failed; the same batch is tried again. */
  | 'retrying'
  /** The store cannot be read; tried again. */
  | 'reconnecting'
  | 'stopped';

export interface Subscription {
  readonly state: SubscriptionState;
  /** The last position whose batch the handler has completed. */
  readonly position: Position;
  /** True once the head was reached for the first time; false when stopped before that. Never rejects. */
  readonly caughtUp: Promise<boolean>;
  /** Waits for a handler that is running, then ends. Idempotent. */
  stop(): Promise<void>;
}

export type StoreHealth =
  | { readonly ok: true; readonly head: Position }
  | { readonly ok: false; readonly reason: string };

/** In what the stores differ. What needs more than a store has asks here, and says openly what it does without. */
export interface StoreCapabilities {
  /**
   * How far a command id is known. `log`: one that was used on another stream is refused. `stream`: each stream remembers its
   * own commands only; whoever derives an id per stream, as `CommandKey` asks for, never meets the difference.
   */
  readonly commandMemory: 'log' | 'stream';
  /**
   * Whose clock `recordedAt` is. `store`: one clock, which never runs backwards along the log. `writer`: that of the process
   * which appended; it never runs backwards within a stream, nor from an append to one that its process sent after the answer.
   * What was sent in one breath may stand in the log in another order, and between processes it is as good as their clocks agree.
   */
  readonly clock: 'store' | 'writer';
  /** Positions are 1, 2, 3… without a gap. Else followers count for themselves (`ordinal`). */
  readonly densePositions: boolean;
  /** The log and the read models can be one backup, taken at one moment. Else they are restored one after the other. */
  readonly oneBackup: boolean;
}

/** What a store can do that lives in one database, or in one process. */
export const IN_ONE_DATABASE: StoreCapabilities = {
  commandMemory: 'log',
  clock: 'store',
  densePositions: true,
  oneBackup: true,
};

/**
 * The append-only log: streams of facts, in one total order over all of them.
 *
 * Every adapter keeps these promises, and one conformance suite checks them: positions grow in the order in which appends
 * become visible, so that a reader who goes on after the last position it has seen never misses an event; an append is
 * whole or not at all; an append acknowledged is never lost; a command id is obeyed once.
 *
 * An abstract class, not an interface: it is the token under which applications inject it.
 */
export abstract class EventStore {
  /** In what this store differs from others. */
  abstract readonly capabilities: StoreCapabilities;

  /**
   * Appends events to one stream, whole or not at all. `events` may be empty: then only the command is remembered.
   * A known command id answers what it answered first, whatever `expected` says now. Refusals are not remembered.
   */
  abstract append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    command: CommandKey,
  ): Promise<Result<Appended, AppendFailure>>;

  /**
   * What each of these events would weigh in an append, in bytes, or why one of them can never be stored. Nothing is written
   * and no server asked. The weights of one append add up to `LARGEST_APPEND_BYTES` at most.
   */
  abstract weigh(events: readonly NewEvent[]): Result<readonly number[], AppendFailure>;

  /** The first answer of a command on this stream, if it was obeyed; `appended.repeated` is true. */
  abstract findCommand(
    stream: string,
    account: string,
    commandId: string,
  ): Promise<{ readonly appended: Appended; readonly fingerprint: string } | undefined>;

  /** The events of a stream, read in pages as they are consumed; nothing when there is no such stream. */
  abstract readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<RecordedEvent>;

  /** Where a stream ends now. */
  abstract streamRevision(stream: string): Promise<StreamRevision>;

  /** One piece of the log in order. May hold fewer events than `limit` before the end: see `EventBatch.scannedTo`. */
  abstract readAll(options: ReadAllOptions): Promise<EventBatch>;

  /** The position of the last event; `'start'` when there is none. */
  abstract head(): Promise<Position>;

  /**
   * Follows the log from a position: first what is there, then what comes. One batch at a time, the next only after the
   * handler has resolved. A batch whose handler fails comes again, whole, until it succeeds: nothing is ever skipped.
   * Batches without events tell a filtering follower how far the log was looked at.
   */
  abstract subscribe(options: SubscribeOptions, handler: (batch: EventBatch) => Promise<void>): Subscription;

  /** Negative, zero or positive, as `a` lies before, at or after `b`. */
  abstract comparePositions(a: Position, b: Position): number;

  /** Whether the store answers now; never throws. */
  abstract health(): Promise<StoreHealth>;

  /** Ends subscriptions, finishes what is being appended, lets the connections go. Idempotent. */
  abstract close(): Promise<void>;
}
