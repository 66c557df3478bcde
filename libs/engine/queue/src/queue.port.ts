/**
 * What a job carries: ids and numbers, nothing else. Queues keep payloads in plain sight (dashboards, dumps, failed sets),
 * so a name, an address or a free text is refused at `add`.
 */
export type JobData = Readonly<Record<string, string | number>>;

export interface AddOptions {
  /** Unique within the queue, made by `jobIdOf`. The same id again adds nothing while the first job is kept. */
  readonly jobId: string;
  /** Not before so many milliseconds, by the queue's own clock. Default 0. */
  readonly delayMs?: number;
  /** How often the handler is tried in all. Default 5. */
  readonly attempts?: number;
  /** The pause before the second attempt; it doubles with each further one. Default 1,000. */
  readonly backoffMs?: number;
}

export interface JobToAdd<Data extends JobData> extends AddOptions {
  readonly name: string;
  readonly data: Data;
}

/**
 * Where a job stands. `absent`: never added, done (completed jobs are not kept) or lost. `failed`: every attempt failed; the
 * job is kept so that somebody sees it, and its id is taken.
 */
export type JobState = 'absent' | 'waiting' | 'delayed' | 'active' | 'completed' | 'failed';

export interface JobQueue<Data extends JobData> {
  readonly name: string;
  /** Adds a job, or nothing when its id is taken: ask `state` where that matters. */
  add(name: string, data: Data, options: AddOptions): Promise<void>;
  /** The same for many, in one round trip. */
  addAll(jobs: readonly JobToAdd<Data>[]): Promise<void>;
  state(jobId: string): Promise<JobState>;
  /** Lets a delayed job run now; false when it was not delayed (any more). */
  hasten(jobId: string): Promise<boolean>;
  /** How many jobs stand where. */
  counts(): Promise<Readonly<Record<'waiting' | 'delayed' | 'active' | 'failed', number>>>;
}

/** A job in the hands of its handler. */
export interface RunningJob<Data extends JobData> {
  readonly id: string;
  readonly name: string;
  readonly data: Data;
  /** 1 for the first attempt. A job taken over from a dead worker keeps its number. */
  readonly attempt: number;
}

/**
 * Does a job's work. A rejection means "try again". At least once: a worker that dies, or whose event loop blocks beyond
 * its lock, has its job done again by another, so a handler guards its effects by a unique key in the database.
 */
export type JobHandler<Data extends JobData> = (job: RunningJob<Data>) => Promise<void>;

export interface WorkOptions {
  /** Jobs at once in this process. Default 4. */
  readonly concurrency?: number;
  /** A job whose worker has not been heard of for so long is given to another. Default 30,000. */
  readonly stalledAfterMs?: number;
  /** Told of each failed attempt and of each trouble with the connection. For logs; the work goes on by itself. */
  readonly onProblem?: (problem: QueueProblem) => void;
}

export interface QueueProblem {
  readonly queue: string;
  /** Absent when the connection, not a job, is in trouble. */
  readonly jobId?: string;
  readonly cause: unknown;
}

export interface QueueWorker {
  /** Takes no more jobs and waits for those that run. Idempotent. */
  close(): Promise<void>;
}

/**
 * Named queues on one backend, PostgreSQL or Redis, with the same behaviour (one suite runs on both).
 *
 * A queue is a bell, never the truth: it may be emptied, restored or lost, and whoever uses it has a table from which
 * everything is armed again. Therefore no results are waited for and no queue-wide events are listened to; on PostgreSQL
 * BullMQ loses such events when transactions commit out of order.
 */
export interface Queues {
  /** Connects; throws when the backend does not answer or was never migrated. */
  ready(): Promise<void>;
  queue<Data extends JobData>(name: string): JobQueue<Data>;
  /** Begins to work off a queue. */
  work<Data extends JobData>(name: string, handler: JobHandler<Data>, options?: WorkOptions): QueueWorker;
  /** Workers first, so that what runs can still finish its bookkeeping; then queues; then connections. Idempotent. */
  close(): Promise<void>;
}
