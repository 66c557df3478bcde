import type { Job, JobsOptions, JobState, Processor } from 'bullmq';
import type { JobData, WorkOptions } from './queue.port.js';

/** What is used of BullMQ's queue; the same on both backends, whose own types differ. */
export interface BullMqQueue {
  add(name: string, data: JobData, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: JobData; opts: JobsOptions }[]): Promise<unknown>;
  getJob(jobId: string): Promise<{ promote(): Promise<void> } | undefined>;
  getJobState(jobId: string): Promise<JobState | 'unknown'>;
  getJobCounts(...states: JobState[]): Promise<Record<string, number>>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What is used of BullMQ's worker. */
export interface BullMqWorker {
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Pick<Job, 'id'> | undefined, error: Error) => void): unknown;
}

/** Where queues live: connections, and BullMQ's classes bound to them. */
export interface BullMqBackend {
  /** Whether it answers and can be used as it is; throws when not. */
  ready(): Promise<void>;
  openQueue(name: string): BullMqQueue;
  openWorker(name: string, processor: Processor<JobData, void>, options: WorkOptions): BullMqWorker;
  /** After all queues and workers were closed. */
  close(): Promise<void>;
}

/** Settings of every queue: events are kept short, since nobody here listens to them. */
export const queueSettings = { streams: { events: { maxLen: 100 } } } as const;

/** Settings of every worker. */
export function workerSettings(options: WorkOptions) {
  const stalledAfter = options.stalledAfterMs ?? 30_000;
  return {
    concurrency: options.concurrency ?? 4,
    lockDuration: stalledAfter,
    stalledInterval: stalledAfter,
    // A worker killed a few times over one job must not leave that job among the failed ones.
    maxStalledCount: 10,
  };
}
