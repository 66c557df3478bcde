import { fail } from '#libs/domain/kernel';
import type { PreparedAppend } from '../prepared-append.js';
import type { AppendOutcome } from './append-statement.js';

export interface AppendQueueLimits {
  /** Appends that may wait; beyond it the store is busy. */
  readonly maxWaiting: number;
  /** Bytes of text that may wait. */
  readonly maxWaitingBytes: number;
  /** How long an append may take altogether, in milliseconds, attempts after lost connections included. */
  readonly timeoutMs: number;
}

/** An append on its way. */
export interface PendingAppend {
  readonly append: PreparedAppend;
  readonly commandKey: string;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  settled: boolean;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (bug: unknown) => void;
}

const SMALLEST_FULL_BATCH = 16;
const LARGEST_BATCH = 512;
const LARGEST_BATCH_BYTES = 4_000_000;
const SWEEP_MS = 100;

/**
 * What waits to be written, in the order of asking. Batches taken from it hold no stream and no command twice, and none
 * that another batch under way holds: appends to one stream are so written in the order of asking, and the second of two
 * equal commands finds the first one's answer.
 */
export class AppendQueue {
  #waiting: PendingAppend[] = [];
  #waitingBytes = 0;
  readonly #underWay = new Set<PendingAppend>();
  readonly #busyStreams = new Set<string>();
  readonly #busyCommands = new Set<string>();
  #onWork: () => void = () => {};
  #sweep: NodeJS.Timeout | undefined;

  constructor(private readonly limits: AppendQueueLimits) {}

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#underWay.size === 0;
  }

  /** Called whenever there may be something to take. */
  set onWork(listener: () => void) {
    this.#onWork = listener;
  }

  /** Waits for a batch, and resolves with the outcome; busy at once when too much waits. Rejects only with a bug. */
  async offer(append: PreparedAppend): Promise<AppendOutcome> {
    if (this.#waiting.length >= this.limits.maxWaiting || this.#waitingBytes > this.limits.maxWaitingBytes)
      return fail({ code: 'STORE_BUSY', retryAfterMs: 1_000 });
    return new Promise((resolve, reject) => {
      const { account, commandId } = append.command;
      this.#waiting.push({
        append,
        commandKey: `${account}\0${commandId}`,
        deadline: performance.now() + this.limits.timeoutMs,
        settled: false,
        resolve,
        reject,
      });
      this.#waitingBytes += append.bytes;
      this.#sweep ??= setInterval(() => this.#giveUpLate(), SWEEP_MS);
      this.#onWork();
    });
  }

  /**
   * The next batch: about half of all that is there, so that the other connection has as much to do; the server forms one
   * batch's answer while we form the next.
   */
  take(): readonly PendingAppend[] {
    const wanted = Math.min(
      LARGEST_BATCH,
      Math.max(SMALLEST_FULL_BATCH, Math.ceil((this.#waiting.length + this.#underWay.size) / 2)),
    );
    const batch: PendingAppend[] = [];
    const left: PendingAppend[] = [];
    let bytes = 0;
    for (const pending of this.#waiting) {
      const { stream, bytes: size } = pending.append;
      const fits = batch.length < wanted && (batch.length === 0 || bytes + size <= LARGEST_BATCH_BYTES);
      if (!fits || this.#busyStreams.has(stream) || this.#busyCommands.has(pending.commandKey)) {
        left.push(pending);
        continue;
      }
      bytes += size;
      batch.push(pending);
      this.#underWay.add(pending);
      this.#busyStreams.add(stream);
      this.#busyCommands.add(pending.commandKey);
    }
    this.#waiting = left;
    this.#waitingBytes -= bytes;
    return batch;
  }

  /** The outcome of an append under way. */
  finish(pending: PendingAppend, outcome: AppendOutcome): void {
    this.#leave(pending);
    this.#settle(pending, () => pending.resolve(outcome));
  }

  /** An append under way met a fault that is nobody's input: a missing table, a missing right. */
  finishWithBug(pending: PendingAppend, bug: unknown): void {
    this.#leave(pending);
    this.#settle(pending, () => pending.reject(bug));
  }

  /** The connection was lost, the outcome is unknown: these come first in the next batch, with the same command ids. */
  putBack(batch: readonly PendingAppend[]): void {
    for (const pending of batch) this.#leave(pending);
    const open = batch.filter((pending) => !pending.settled);
    this.#waiting = [...open, ...this.#waiting];
    for (const pending of open) this.#waitingBytes += pending.append.bytes;
    this.#restWhenEmpty();
    this.#onWork();
  }

  #leave(pending: PendingAppend): void {
    this.#underWay.delete(pending);
    this.#busyStreams.delete(pending.append.stream);
    this.#busyCommands.delete(pending.commandKey);
  }

  #settle(pending: PendingAppend, tell: () => void): void {
    if (!pending.settled) {
      pending.settled = true;
      tell();
    }
    this.#restWhenEmpty();
  }

  #restWhenEmpty(): void {
    if (!this.isEmpty) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
    // A writer that is closing waits for the last append, which may be with the other one.
    this.#onWork();
  }

  /** Nobody waits longer than promised, whatever the network does. */
  #giveUpLate(): void {
    const now = performance.now();
    const giveUp = (pending: PendingAppend): void => {
      this.#settle(pending, () => pending.resolve(fail({ code: 'STORE_UNAVAILABLE' })));
    };
    for (const pending of this.#underWay) if (pending.deadline <= now) giveUp(pending);
    const late = this.#waiting.filter((pending) => pending.deadline <= now);
    if (late.length === 0) return;
    this.#waiting = this.#waiting.filter((pending) => pending.deadline > now);
    for (const pending of late) {
      this.#waitingBytes -= pending.append.bytes;
      giveUp(pending);
    }
  }
}
