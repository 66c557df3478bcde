import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorCodeOf, isUnreachable, messageOf, type Connection, type Database } from '#libs/platform/postgres';
import { backoffMs, pause } from '../backoff.js';
import { notStorable } from '../prepared-append.js';
import type { AppendQueue, PendingAppend } from './append-queue.js';
import { appendStatement, outcomesOf, type AppendRow } from './append-statement.js';

export interface AppendWriterOptions {
  /** A pool for writers only; one connection of it is held as long as it works. */
  readonly database: Database;
  readonly queue: AppendQueue;
  /** After so many milliseconds without an answer the connection is given up. */
  readonly answerTimeoutMs: number;
  /** Told after each commit that wrote something. */
  readonly onWritten: (head: number) => void;
  /** Told when a connection was lost or could not be had. For logs. */
  readonly onError: (error: unknown) => void;
}

/** Appends have seconds only; a server that is back should be noticed within them. */
const LONGEST_PAUSE_MS = 1_000;

/** One connection that writes batch after batch, and lives through whatever happens to the server. */
export class AppendWriter {
  #connection: Connection | undefined;
  #wake: () => void = () => {};
  #mayWork = true;
  #failures = 0;
  readonly #close = new AbortController();
  readonly #ended: Promise<void>;

  constructor(private readonly options: AppendWriterOptions) {
    this.#ended = this.#run();
  }

  /** There may be something to write. */
  wake(): void {
    this.#mayWork = true;
    this.#wake();
  }

  /** Writes what waits, as long as the server answers, then lets its connection go. */
  async close(): Promise<void> {
    this.#close.abort();
    this.wake();
    await this.#ended;
    this.#connection?.release();
    this.#connection = undefined;
  }

  async #run(): Promise<void> {
    const { queue } = this.options;
    for (;;) {
      // One turn of the event loop, so that appends asked for together travel together. No timer: waiting longer gains nothing.
      await nextTurn();
      this.#mayWork = false;
      const batch = queue.take();
      if (batch.length > 0) await this.#deliver(batch);
      else if (this.#close.signal.aborted && queue.isEmpty) return;
      else await this.#untilWoken();
    }
  }

  async #untilWoken(): Promise<void> {
    if (this.#mayWork) return;
    await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  async #deliver(batch: readonly PendingAppend[]): Promise<void> {
    try {
      await this.#write(batch);
      this.#failures = 0;
    } catch (error) {
      if (isTransient(error)) await this.#startOver(batch, error);
      else if (batch.length === 1) this.#refuse(batch[0] as PendingAppend, error);
      // One of them poisons the batch. Each alone: its neighbours must not suffer.
      else for (const pending of batch) await this.#deliver([pending]);
    }
  }

  async #write(batch: readonly PendingAppend[]): Promise<void> {
    const { database, queue, answerTimeoutMs, onWritten } = this.options;
    const connection = (this.#connection ??= await database.connect());
    const appends = batch.map((pending) => pending.append);
    const giveUp = setTimeout(() => this.#drop(), answerTimeoutMs);
    try {
      const { rows } = await connection.query<AppendRow>(appendStatement(appends));
      const { outcomes, head, written } = outcomesOf(appends, rows[0] as AppendRow);
      batch.forEach((pending, index) => queue.finish(pending, outcomes[index] as (typeof outcomes)[number]));
      if (written > 0) onWritten(head);
    } finally {
      clearTimeout(giveUp);
    }
  }

  async #startOver(batch: readonly PendingAppend[], error: unknown): Promise<void> {
    this.#drop();
    this.options.onError(error);
    // Back first, wait then: the other connection may be well.
    this.options.queue.putBack(batch);
    // Also while closing: what was asked for before is still tried until its time is over, and not a thousand times a second.
    await pause(Math.min(backoffMs(++this.#failures), LONGEST_PAUSE_MS));
  }

  #refuse(pending: PendingAppend, error: unknown): void {
    const { queue } = this.options;
    if (isAboutContent(error)) queue.finish(pending, notStorable(messageOf(error)));
    else queue.finishWithBug(pending, error);
  }

  /** Destroys the connection; a statement under way then fails, with an outcome nobody knows. */
  #drop(): void {
    this.#connection?.release(true);
    this.#connection = undefined;
  }
}

/** Nothing is wrong with the appends; the same may succeed later, or have succeeded. */
function isTransient(error: unknown): boolean {
  if (isUnreachable(error)) return true;
  const code = errorCodeOf(error) ?? '';
  // Rolled back by the server, out of resources, system trouble; a lock or the statement took too long; a standby answered.
  return /^(40|53|58)/.test(code) || code === '55P03' || code === '57014' || code === '25006';
}

/** Data exceptions, limits exceeded, constraints: this very content will never be taken. */
const isAboutContent = (error: unknown): boolean => /^(22|23|54)/.test(errorCodeOf(error) ?? '');
