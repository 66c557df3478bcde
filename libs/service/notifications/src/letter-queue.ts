import type { Clock } from '#libs/domain/kernel';
import { callAllNow, jobIdOf, type JobQueue } from '#libs/engine/queue';
import type { Database } from '#libs/platform/postgres';
import { claimable, noteJobs } from './letter-table.js';

/** The queue in which letters wait. */
export const LETTERS = 'letters';

export type LetterJob = { readonly letterId: string };

const AT_ONCE = 10_000;
/** Jobs added in one round trip. */
const BULK = 500;

const jobId = (letterId: string, job: number): string => jobIdOf('letter', letterId, job);

/** Puts letters into the queue, and finds in the table those that the queue forgot. */
export class LetterQueue {
  constructor(
    private readonly database: Database,
    private readonly letters: JobQueue<LetterJob>,
    private readonly clock: Clock,
  ) {}

  /** The first job of letters just made. */
  async add(letterIds: readonly string[]): Promise<void> {
    for (let from = 0; from < letterIds.length; from += BULK) {
      const fresh = letterIds.slice(from, from + BULK).map((id) => ({ id, job: 0 }));
      const noted = await noteJobs(this.database, fresh);
      await this.letters.addAll(
        noted.map(({ id, job }) => ({ name: 'send', data: { letterId: id }, jobId: jobId(id, job) })),
      );
    }
  }

  /** The next attempt of a letter that was postponed. A worker that dies before this is found out by the sweep. */
  async again(letterId: string, delayMs: number): Promise<void> {
    const { rows } = await this.database.query<{ id: string; job: number }>(
      `select id, job from ops.letter where id = $1`,
      [letterId],
    );
    for (const { id, job } of await noteJobs(this.database, rows)) {
      await this.letters.add('send', { letterId: id }, { jobId: jobId(id, job), delayMs });
    }
  }

  /** Sees to every letter that could leave now: forgotten ones, and those whose worker was not heard of again. */
  async sweepOnce(): Promise<number> {
    const letters = await claimable(this.database, this.clock.now(), AT_ONCE);
    return callAllNow(
      this.letters,
      letters.map(({ id, job }) => ({
        name: 'send',
        data: { letterId: id },
        latest: job,
        jobIdOf: (number) => jobId(id, number),
        takeNext: async () => (await noteJobs(this.database, [{ id, job }])).length === 1,
      })),
    );
  }
}
