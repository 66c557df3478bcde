import type { Clock, Instant, Refusal, Result } from '#libs/domain/kernel';
import type { JobQueue } from '#libs/engine/queue';
import type { Database } from '#libs/platform/postgres';
import { type BellJob, bellJobId, type DeadlineKey, missedCommandId } from './deadline-key.js';
import type { DeadlineProblem } from './deadline-problem.js';
import { takeOverdue } from './deadline-table.js';
import { momentsToCome } from './bell-table.js';

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
  /** Rings what is due, and answers how much that was. */
  readonly ring: () => Promise<number>;
  /** Moments within so many milliseconds hang in the queue as delayed jobs. Default a day. */
  readonly horizonMs?: number;
}

export interface SweepReport {
  /** Moments to come for which bells hang in the queue. */
  readonly armed: number;
  /** Deadlines whose time had come and that nobody had rung yet. */
  readonly rung: number;
  /** Deadlines whose miss was asked to be recorded. */
  readonly missed: number;
}

const AT_ONCE = 500;

/** A bell per so many rungs of one moment, and so many bells at most: each calls a worker. */
const RUNGS_PER_BELL = 2_000;
const BELLS_PER_MOMENT = 16;

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
    return { missed: await this.#recordMissed(), armed: await this.#arm(), rung: await this.#options.ring() };
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

  /** A job added again under its own id adds nothing while the first one hangs, and comes back where the queue forgot it. */
  async #arm(): Promise<number> {
    const { database, clock, bells, horizonMs = 24 * 3600 * 1000 } = this.#options;
    const now = clock.now();
    const until = new Date(Date.parse(now) + horizonMs).toISOString();
    const moments = await momentsToCome(database, { after: now, until, limit: AT_ONCE });
    await bells.addAll(
      moments.flatMap(({ ringAt, rungs }) =>
        Array.from({ length: Math.min(BELLS_PER_MOMENT, Math.ceil(rungs / RUNGS_PER_BELL)) }, (_, nth) => ({
          name: 'ring',
          data: { at: Date.parse(ringAt) },
          jobId: bellJobId(ringAt, nth),
          delayMs: Date.parse(ringAt) - Date.parse(now),
        })),
      ),
    );
    return moments.length;
  }
}
