import type { Clock, Instant, Refusal, Result } from '#libs/domain/kernel';
import { callAllNow, type JobQueue } from '#libs/engine/queue';
import type { Database } from '#libs/platform/postgres';
import { type BellJob, bellJobId, bellJobOf, type DeadlineKey, missedCommandId } from './deadline-key.js';
import type { DeadlineProblem } from './deadline-problem.js';
import { takeOverdue } from './deadline-table.js';
import { dueBells, noteAttempt, takeBellsToArm } from './bell-table.js';

/** Asks for `record-missed-deadline`: the only fact of a deadline that no act brings along. */
export interface MissedDeadlineSink {
  /** A refusal (met meanwhile, moved) is an answer and not a failure: the next look at the log settles it. */
  recordMissed(request: MissedDeadline): Promise<Result<unknown, Refusal>>;
}

export interface MissedDeadline extends DeadlineKey {
  readonly dueAt: Instant;
  /** The same for everybody who asks. */
  readonly commandId: string;
}

export interface DeadlineSweepOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly bells: JobQueue<BellJob>;
  readonly missed: MissedDeadlineSink;
  readonly onProblem: (problem: DeadlineProblem) => void;
  /** Rungs within so many milliseconds hang in the queue as delayed jobs. Default a day. */
  readonly horizonMs?: number;
  /** A rung that hangs in the queue is hung up again after so many milliseconds: queues forget. Default 10 minutes. */
  readonly rearmEveryMs?: number;
}

export interface SweepReport {
  /** Bells hung up (again) to ring by themselves. */
  readonly armed: number;
  /** Bells whose time had come and that were rung through the queue. */
  readonly called: number;
  /** Deadlines whose miss was asked to be recorded. */
  readonly missed: number;
}

const AT_ONCE = 500;

/** A morning on which the queue forgot everything must not take an hour. */
const DUE_AT_ONCE = 10_000;

/**
 * Looks after what a queue forgot. Everything it needs stands in tables; the queue may be empty, full of old jobs, or
 * another one than yesterday. Several sweeps may run at once.
 */
export class DeadlineSweep {
  readonly #options: DeadlineSweepOptions;

  constructor(options: DeadlineSweepOptions) {
    this.#options = options;
  }

  async sweepOnce(): Promise<SweepReport> {
    return { missed: await this.#recordMissed(), armed: await this.#arm(), called: await this.#callDue() };
  }

  async #recordMissed(): Promise<number> {
    const { database, clock, missed, onProblem } = this.#options;
    const overdue = await takeOverdue(database, clock.now(), AT_ONCE);
    for (const deadline of overdue) {
      try {
        const answer = await missed.recordMissed({ ...deadline, commandId: missedCommandId(deadline) });
        if (!answer.ok) onProblem({ during: 'record-missed', deadline, cause: answer.error });
      } catch (cause) {
        onProblem({ during: 'record-missed', deadline, cause });
      }
    }
    return overdue.length;
  }

  /** A job added again under its own id adds nothing while the first one hangs. */
  async #arm(): Promise<number> {
    const { database, clock, bells, horizonMs = 24 * 3600 * 1000, rearmEveryMs = 600_000 } = this.#options;
    const now = clock.now();
    let armed = 0;
    for (;;) {
      const until = new Date(Date.parse(now) + horizonMs).toISOString();
      const pending = await takeBellsToArm(database, { now, until, rearmEveryMs, limit: AT_ONCE });
      await bells.addAll(
        pending.map((bell) => ({
          name: 'ring',
          data: bellJobOf(bell),
          jobId: bellJobId(bell, bell.attempt),
          delayMs: Date.parse(bell.ringAt) - Date.parse(now),
        })),
      );
      armed += pending.length;
      if (pending.length < AT_ONCE) return armed;
    }
  }

  async #callDue(): Promise<number> {
    const { database, clock, bells } = this.#options;
    const due = await dueBells(database, clock.now(), DUE_AT_ONCE);
    return callAllNow(
      bells,
      due.map((bell) => ({
        name: 'ring',
        data: bellJobOf(bell),
        latest: bell.attempt,
        jobIdOf: (attempt) => bellJobId(bell, attempt),
        takeNext: () => noteAttempt(database, bell),
      })),
    );
  }
}
