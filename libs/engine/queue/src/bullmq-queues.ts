import { type Job, UnrecoverableError } from 'bullmq';
import type { BullMqBackend, BullMqQueue, BullMqWorker } from './bullmq-backend.js';
import { demandIdsOnly, demandJobId } from './job-id.js';
import type {
  AddOptions,
  JobData,
  JobHandler,
  JobQueue,
  JobState,
  JobToAdd,
  Queues,
  QueueWorker,
  RunningJob,
  WorkOptions,
} from './queue.port.js';

/** Failed jobs stay to be seen: so many, and so long. */
const KEEP_FAILED = { count: 1_000, age: 30 * 24 * 3600 };

export class BullMqQueues implements Queues {
  readonly #backend: BullMqBackend;
  readonly #queues = new Map<string, BullMqQueue>();
  readonly #workers = new Set<QueueWorker>();
  readonly #onIdleError: (error: Error) => void;
  #closed: Promise<void> | undefined;

  constructor(backend: BullMqBackend, onIdleError: (error: Error) => void = () => {}) {
    this.#backend = backend;
    this.#onIdleError = onIdleError;
  }

  ready(): Promise<void> {
    return this.#backend.ready();
  }

  queue<Data extends JobData>(name: string): JobQueue<Data> {
    let queue = this.#queues.get(name);
    if (!queue) {
      queue = this.#backend.openQueue(name);
      queue.on('error', this.#onIdleError);
      this.#queues.set(name, queue);
    }
    return new BullMqJobQueue<Data>(name, queue);
  }

  work<Data extends JobData>(name: string, handler: JobHandler<Data>, options: WorkOptions = {}): QueueWorker {
    const tell = options.onProblem ?? (() => {});
    const worker = this.#backend.openWorker(name, (job) => handler(running(job) as RunningJob<Data>), options);
    worker.on('failed', (job, cause) => tell({ queue: name, ...(job?.id ? { jobId: job.id } : {}), cause }));
    worker.on('error', (cause) => tell({ queue: name, cause }));
    const closing = new ClosingWorker(worker, () => this.#workers.delete(closing));
    this.#workers.add(closing);
    return closing;
  }

  close(): Promise<void> {
    this.#closed ??= this.#closeInOrder();
    return this.#closed;
  }

  async #closeInOrder(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.close()));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.#backend.close();
  }
}

class BullMqJobQueue<Data extends JobData> implements JobQueue<Data> {
  readonly name: string;
  readonly #queue: BullMqQueue;

  constructor(name: string, queue: BullMqQueue) {
    this.name = name;
    this.#queue = queue;
  }

  async add(name: string, data: Data, options: AddOptions): Promise<void> {
    await this.#queue.add(name, data, checked(data, options));
  }

  async addAll(jobs: readonly JobToAdd<Data>[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#queue.addBulk(jobs.map((job) => ({ name: job.name, data: job.data, opts: checked(job.data, job) })));
  }

  async state(jobId: string): Promise<JobState> {
    const state = await this.#queue.getJobState(jobId);
    // Prioritized jobs and those with children are waiting to us; we make neither.
    return state === 'unknown' ? 'absent' : state === 'prioritized' || state === 'waiting-children' ? 'waiting' : state;
  }

  async hasten(jobId: string): Promise<boolean> {
    const job = await this.#queue.getJob(jobId);
    if (!job) return false;
    try {
      await job.promote();
      return true;
    } catch (error) {
      // It ran or went meanwhile.
      if ((await this.state(jobId)) !== 'delayed') return false;
      throw error;
    }
  }

  async counts(): Promise<Record<'waiting' | 'delayed' | 'active' | 'failed', number>> {
    const counts = await this.#queue.getJobCounts('waiting', 'delayed', 'active', 'failed');
    const of = (state: string) => counts[state] ?? 0;
    return { waiting: of('waiting'), delayed: of('delayed'), active: of('active'), failed: of('failed') };
  }
}

function checked(data: JobData, options: AddOptions) {
  demandJobId(options.jobId);
  demandIdsOnly(data);
  return {
    jobId: options.jobId,
    delay: Math.max(0, Math.ceil(options.delayMs ?? 0)),
    attempts: options.attempts ?? 5,
    backoff: { type: 'exponential', delay: options.backoffMs ?? 1_000 },
    // A completed job that is kept would swallow the next one of the same id.
    removeOnComplete: true,
    removeOnFail: KEEP_FAILED,
  };
}

function running(job: Job<JobData>): RunningJob<JobData> {
  if (job.id === undefined) throw new UnrecoverableError('A job without an id is none of ours.');
  return { id: job.id, name: job.name, data: job.data, attempt: job.attemptsMade + 1 };
}

class ClosingWorker implements QueueWorker {
  readonly #worker: BullMqWorker;
  readonly #closed: () => void;
  #closing: Promise<void> | undefined;

  constructor(worker: BullMqWorker, closed: () => void) {
    this.#worker = worker;
    this.#closed = closed;
  }

  close(): Promise<void> {
    this.#closing ??= this.#worker.close().then(this.#closed);
    return this.#closing;
  }
}
