import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#libs/domain/kernel';
import {
  type BellJob,
  BELLS,
  type DeadlineProblem,
  DeadlineSweep,
  type MissedDeadlineSink,
  ReminderPlanner,
  type ReminderRules,
  ringDue,
  type SweepReport as DeadlineReport,
} from '#libs/engine/deadlines';
import type { EventStore } from '#libs/engine/event-store';
import type { QueueProblem, Queues, QueueWorker } from '#libs/engine/queue';
import type { Database } from '#libs/platform/postgres';
import type { Channel } from './channel.port.js';
import type { Directory, Recipient } from './directory.port.js';
import { type LetterJob, LetterQueue, LETTERS } from './letter-queue.js';
import { sealLetters } from './seal-letters.js';
import { sendLetter } from './send-letter.js';
import type { SendingRules } from './sending-rules.js';
import { RestoreWatch, sendingState } from './sending-state.js';
import { TellPeople } from './tell-people.js';
import { noTriggers, type TriggerPoints } from './trigger-points.port.js';

export interface ReminderWorkerOptions {
  readonly database: Database;
  readonly events: EventStore;
  readonly queues: Queues;
  /** The office's clock: what is due, and what letters are dated with. It may travel; queue and leases do not. */
  readonly clock: Clock;
  readonly rules: ReminderRules;
  readonly directory: Directory;
  /** Who is told of letters that do not arrive; without it, nobody. */
  readonly operators?: () => Promise<readonly Recipient[]>;
  /** When messages leave. */
  readonly sending: SendingRules;
  /** On which ways messages leave the application. */
  readonly channels: readonly Channel[];
  /** The right-hand side of the ids of messages. */
  readonly host: string;
  /** A file that outlives restores of the database; without it, a restore is not found out. */
  readonly beatFile?: string;
  readonly missed: MissedDeadlineSink;
  /** Told of what a person should see; ids and codes only. */
  readonly onProblem: (problem: DeadlineProblem | DeliveryProblem) => void;
  /** Default 30,000. */
  readonly sweepEveryMs?: number;
  /** How long a worker may hold a letter. More than `MAIL_TIMEOUT_MS`; default 120,000. */
  readonly leaseMs?: number;
  /** Default: those of the law. */
  readonly retryDelaysMs?: readonly number[];
  /** See `WorkOptions.stalledAfterMs`. */
  readonly stalledAfterMs?: number;
  /** Rungs taken at a time. Default 500. */
  readonly batch?: number;
  /** Letters on their way at once. Default 4. */
  readonly lettersAtOnce?: number;
  /** For tests that let the process die at a named point. */
  readonly triggers?: TriggerPoints;
}

/** A letter was given up, or cannot be written. It stands in `ops.letter` with its code. */
export interface DeliveryProblem {
  readonly during: 'deliver';
  readonly letterId: string;
  readonly code: string;
}

export interface SweepReport extends DeadlineReport {
  /** Letters seen to: forgotten by the queue, or left by a worker that is gone. */
  readonly letters: number;
}

/**
 * Everything about reminders that runs: plans rungs along the log, rings bells, makes and sends letters, and
 * sweeps. Any number of
 * workers may run at once, on one queue or none that remembers: tables with unique keys decide what happens once.
 */
export class ReminderWorker {
  readonly #options: ReminderWorkerOptions;
  readonly #planner: ReminderPlanner;
  readonly #sweep: DeadlineSweep;
  readonly #letters: LetterQueue;
  readonly #people: TellPeople;
  readonly #restores: RestoreWatch | undefined;
  readonly #owner = randomUUID();
  readonly #stopping = new AbortController();
  #workers: QueueWorker[] = [];
  #sweeping: Promise<void> | undefined;

  constructor(options: ReminderWorkerOptions) {
    const { queues, database, clock, beatFile } = options;
    this.#options = options;
    this.#planner = new ReminderPlanner(options);
    const bells = queues.queue<BellJob>(BELLS);
    this.#sweep = new DeadlineSweep({ ...options, bells, ring: () => this.#ring() });
    this.#letters = new LetterQueue(database, queues.queue<LetterJob>(LETTERS), clock);
    this.#people = new TellPeople(options);
    this.#restores = beatFile === undefined ? undefined : new RestoreWatch(database, beatFile);
  }

  /** Begins to work, once and until it is stopped; sweeps at once for what was missed while nobody worked. */
  async start(): Promise<void> {
    if (this.#sweeping) return;
    const { queues, stalledAfterMs, lettersAtOnce } = this.#options;
    // Before anything can leave.
    await this.#restores?.beat();
    await this.#planner.start();
    const options = {
      onProblem: (problem: QueueProblem) => this.#options.onProblem({ during: 'queue', cause: problem.cause }),
      ...(stalledAfterMs === undefined ? {} : { stalledAfterMs }),
    };
    this.#workers = [
      queues.work<BellJob>(BELLS, async () => void (await this.#ring()), options),
      queues.work<LetterJob>(LETTERS, ({ data }) => this.#send(data.letterId), {
        ...options,
        ...(lettersAtOnce === undefined ? {} : { concurrency: lettersAtOnce }),
      }),
    ];
    this.#sweeping = this.#keepSweeping(this.#stopping.signal);
  }

  /** Finishes what runs and takes nothing new. Queues, channels and database are the caller's to close. Idempotent. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#sweeping;
    await this.#planner.stop();
    await Promise.all(this.#workers.map((worker) => worker.close()));
    this.#workers = [];
  }

  /** True once the plans follow from all that was in the log when it started. */
  caughtUp(): Promise<boolean> {
    return this.#planner.caughtUp();
  }

  /** One look for everything that is due and not in hand: rings it, makes letters, and calls for those the queue forgot. */
  async sweepOnce(): Promise<SweepReport> {
    await this.#restores?.beat();
    const deadlines = await this.#sweep.sweepOnce();
    await this.#seal();
    return { ...deadlines, letters: await this.#letters.sweepOnce() };
  }

  async #keepSweeping(stop: AbortSignal): Promise<void> {
    const { sweepEveryMs = 30_000, onProblem } = this.#options;
    while (!stop.aborted) {
      try {
        await this.sweepOnce();
      } catch (cause) {
        onProblem({ during: 'sweep', cause });
      }
      await pause(sweepEveryMs, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  /** Rings all that is due, unless sending is held: then the rungs wait, and whoever resumes says from when. */
  async #ring(): Promise<number> {
    const { state, resumeFrom } = await sendingState(this.#options.database);
    if (state === 'held') return 0;
    return ringDue({
      ...this.#options,
      sink: this.#people,
      signal: this.#stopping.signal,
      ...(resumeFrom ? { ringFrom: resumeFrom } : {}),
      onBatch: async () => {
        await this.#triggers.reached('bell-rung');
        await this.#seal();
      },
    });
  }

  async #seal(): Promise<void> {
    const { database, sending, clock, host } = this.#options;
    if ((await sendingState(database)).state === 'held') return;
    const letters = await sealLetters({ database, sending, host, now: clock.now() });
    if (letters.length === 0) return;
    await this.#triggers.reached('sealed');
    await this.#letters.add(letters);
  }

  async #send(letterId: string): Promise<void> {
    const { leaseMs = 120_000, retryDelaysMs = this.#options.sending.retryDelaysMs, onProblem } = this.#options;
    const operators = this.#options.operators ?? (() => Promise.resolve([]));
    const result = await sendLetter(
      { ...this.#options, operators, triggers: this.#triggers, owner: this.#owner, leaseMs, retryDelaysMs },
      letterId,
    );
    if (result.kind === 'postponed') await this.#letters.again(letterId, result.delayMs);
    if (result.kind === 'failed') onProblem({ during: 'deliver', letterId, code: result.code });
  }

  get #triggers(): TriggerPoints {
    return this.#options.triggers ?? noTriggers;
  }
}
