import type { Processor, Queue, Worker } from 'bullmq';
import type { JobData, WorkOptions } from './queue.port.js';

/** What is used of BullMQ's queue; the same on both backends. */
export type BullMqQueue = Pick<
  Queue<JobData>,
  'add' | 'addBulk' | 'getJob' | 'getJobState' | 'getJobCounts' | 'waitUntilReady' | 'close' | 'on'
>;

/** What is used of BullMQ's worker. */
export type BullMqWorker = Pick<Worker<JobData>, 'on' | 'close'>;

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
