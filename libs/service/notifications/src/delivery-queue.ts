import { callAllNow, jobIdOf, type JobQueue } from '#libs/engine/queue';
import type { Database } from '#libs/platform/postgres';
import { claimable, noteJob } from './delivery-table.js';

/** The queue in which letters wait. */
export const LETTERS = 'letters';

export type LetterJob = { readonly deliveryId: string };

const AT_ONCE = 10_000;

const jobId = (deliveryId: string, job: number): string => jobIdOf('letter', deliveryId, job);

/** Puts letters into the queue, and finds in the table those that the queue forgot. */
export class DeliveryQueue {
  constructor(
    private readonly database: Database,
    private readonly letters: JobQueue<LetterJob>,
  ) {}

  /** The first job of letters just written. */
  async add(deliveryIds: readonly string[]): Promise<void> {
    for (const id of deliveryIds) await this.#next(id, 0, 0);
  }

  /** The next attempt of a letter that was postponed. A worker that dies before this is found out by the sweep. */
  async again(deliveryId: string, delayMs: number): Promise<void> {
    const { rows } = await this.database.query<{ job: number }>(`select job from ops.delivery where id = $1`, [
      deliveryId,
    ]);
    if (rows[0]) await this.#next(deliveryId, rows[0].job, delayMs);
  }

  /** Sees to every letter that could leave now: forgotten ones, and those whose worker was not heard of again. */
  async sweepOnce(): Promise<number> {
    const letters = await claimable(this.database, AT_ONCE);
    return callAllNow(
      this.letters,
      letters.map(({ id, job }) => ({
        name: 'send',
        data: { deliveryId: id },
        latest: job,
        jobIdOf: (number) => jobId(id, number),
        takeNext: () => noteJob(this.database, id, job),
      })),
    );
  }

  async #next(deliveryId: string, seen: number, delayMs: number): Promise<void> {
    if (!(await noteJob(this.database, deliveryId, seen))) return;
    await this.letters.add('send', { deliveryId }, { jobId: jobId(deliveryId, seen + 1), delayMs });
  }
}
