import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Instant } from '#libs/domain/kernel';
import {
  type BellJob,
  BELLS,
  type DeadlineProblem,
  DeadlineSweep,
  type MissedDeadlineSink,
  ReminderPlanner,
  type ReminderRules,
  ringDeadline,
  type SweepReport as DeadlineReport,
} from '#libs/engine/deadlines';
import type { EventStore } from '#libs/engine/event-store';
import type { QueueProblem, Queues, QueueWorker } from '#libs/engine/queue';
import type { Database } from '#libs/platform/postgres';
import { DeliveryQueue, type LetterJob, LETTERS } from './delivery-queue.js';
import type { Directory } from './directory.port.js';
import type { Mailer } from './mailer.port.js';
import { sendDelivery } from './send-delivery.js';
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
  readonly mailer: Mailer;
  readonly missed: MissedDeadlineSink;
  /** Told of what a person should see; ids and codes only. */
  readonly onProblem: (problem: DeadlineProblem | DeliveryProblem) => void;
  /** Default 30,000. */
  readonly sweepEveryMs?: number;
  /** See `RingDeadlineOptions.ringFrom`. */
  readonly ringFrom?: Instant;
  /** How long a worker may hold a letter. More than `MAIL_TIMEOUT_MS`; default 120,000. */
  readonly leaseMs?: number;
  /** Default: 1, 5, 30 minutes, 2 and 8 hours. */
  readonly retryDelaysMs?: readonly number[];
  /** See `WorkOptions.stalledAfterMs`. */
  readonly stalledAfterMs?: number;
  readonly dossierUrl?: (dossierId: string) => string;
  /** For tests that let the process die at a named point. */
  readonly triggers?: TriggerPoints;
}

/** A letter was given up, or cannot be written. It stands in `ops.delivery` with its code. */
export interface DeliveryProblem {
  readonly during: 'deliver';
  readonly deliveryId: string;
  readonly code: string;
}

export interface SweepReport extends DeadlineReport {
  /** Letters seen to: forgotten by the queue, or left by a worker that is gone. */
  readonly letters: number;
}

const MINUTE = 60_000;
const RETRY_DELAYS_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 480 * MINUTE];

/**
 * Everything about reminders that runs: plans rungs along the log, rings bells, sends letters, and sweeps. Any number of
 * workers may run at once, on one queue or none that remembers: tables with unique keys decide what happens once.
 */
export class ReminderWorker {
  readonly #options: ReminderWorkerOptions;
  readonly #planner: ReminderPlanner;
  readonly #sweep: DeadlineSweep;
  readonly #letters: DeliveryQueue;
  readonly #people: TellPeople;
  readonly #owner = randomUUID();
  #workers: QueueWorker[] = [];
  #sweeping: { readonly stopping: AbortController; readonly ended: Promise<void> } | undefined;

  constructor(options: ReminderWorkerOptions) {
    const { queues, directory, rules, mailer, database } = options;
    this.#options = options;
    this.#planner = new ReminderPlanner(options);
    this.#sweep = new DeadlineSweep({ ...options, bells: queues.queue<BellJob>(BELLS) });
    this.#letters = new DeliveryQueue(database, queues.queue<LetterJob>(LETTERS));
    this.#people = new TellPeople(directory, rules, mailer.host);
  }

  /** Begins to work; sweeps at once for what was missed while nobody worked. */
  async start(): Promise<void> {
    if (this.#sweeping) return;
    const { queues, stalledAfterMs } = this.#options;
    await this.#planner.start();
    const options = {
      onProblem: (problem: QueueProblem) => this.#options.onProblem({ during: 'queue', cause: problem.cause }),
      ...(stalledAfterMs === undefined ? {} : { stalledAfterMs }),
    };
    this.#workers = [
      queues.work<BellJob>(BELLS, ({ data }) => this.#ring(data), options),
      queues.work<LetterJob>(LETTERS, ({ data }) => this.#send(data.deliveryId), options),
    ];
    const stopping = new AbortController();
    this.#sweeping = { stopping, ended: this.#keepSweeping(stopping.signal) };
  }

  /** Finishes what runs and takes nothing new. Queues, mailer and database are the caller's to close. Idempotent. */
  async stop(): Promise<void> {
    const sweeping = this.#sweeping;
    this.#sweeping = undefined;
    sweeping?.stopping.abort();
    await sweeping?.ended;
    await this.#planner.stop();
    await Promise.all(this.#workers.map((worker) => worker.close()));
    this.#workers = [];
  }

  /** True once the plans follow from all that was in the log when it started. */
  caughtUp(): Promise<boolean> {
    return this.#planner.caughtUp();
  }

  /** One look for everything that is due and not in hand; what it finds is done by whoever works off the queue. */
  async sweepOnce(): Promise<SweepReport> {
    const deadlines = await this.#sweep.sweepOnce();
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

  async #ring(job: BellJob): Promise<void> {
    const { reached } = await ringDeadline({ ...this.#options, sink: this.#people }, job);
    await this.#triggers.reached('bell-rung');
    await this.#letters.add(reached?.deliveryIds ?? []);
  }

  async #send(deliveryId: string): Promise<void> {
    const { leaseMs = 120_000, retryDelaysMs = RETRY_DELAYS_MS, onProblem } = this.#options;
    const result = await sendDelivery(
      { ...this.#options, triggers: this.#triggers, owner: this.#owner, leaseMs, retryDelaysMs },
      deliveryId,
    );
    if (result.kind === 'postponed') await this.#letters.again(deliveryId, result.delayMs);
    if (result.kind === 'failed') onProblem({ during: 'deliver', deliveryId, code: result.code });
  }

  get #triggers(): TriggerPoints {
    return this.#options.triggers ?? noTriggers;
  }
}
