import type { JobData, JobQueue } from './queue.port.js';

/** Something in a table that is due, and the jobs that stood for it in the queue. */
export interface DueWork<Data extends JobData> {
  readonly name: string;
  readonly data: Data;
  /** The number of the latest job; 0 when there never was one. */
  readonly latest: number;
  readonly jobIdOf: (number: number) => string;
  /** Writes into the table that the next job has the number `latest + 1`; false when somebody else just did. */
  readonly takeNext: () => Promise<boolean>;
}

/**
 * Sees to it that due work is done soon, whatever the queue remembers: a delayed job is let go, and where there is none, or
 * where one that failed for good still holds its id, another is added under the next number. False when it was in hand.
 */
async function callNow<Data extends JobData>(queue: JobQueue<Data>, work: DueWork<Data>): Promise<boolean> {
  const state = work.latest === 0 ? 'absent' : await queue.state(work.jobIdOf(work.latest));
  if (state === 'waiting' || state === 'active') return false;
  if (state === 'delayed') return queue.hasten(work.jobIdOf(work.latest));
  if (!(await work.takeNext())) return false;
  await queue.add(work.name, work.data, { jobId: work.jobIdOf(work.latest + 1) });
  return true;
}

/** Round trips under way at once: enough to hide their latency, few enough for a small pool. */
const AT_ONCE = 8;

/** The same for many. Answers how many were not in hand. */
export async function callAllNow<Data extends JobData>(
  queue: JobQueue<Data>,
  works: readonly DueWork<Data>[],
): Promise<number> {
  let called = 0;
  const rest = works.values();
  const line = async (): Promise<void> => {
    for (const work of rest) if (await callNow(queue, work)) called += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return called;
}
