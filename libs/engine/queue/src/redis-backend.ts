import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { type BullMqBackend, queueSettings, workerSettings } from './bullmq-backend.js';
import type { JobData } from './queue.port.js';

export interface RedisQueueSettings {
  readonly kind: 'redis';
  /** `redis://[login:password@]host:port/database`, or `rediss://`. */
  readonly url: string;
  /** The beginning of all keys; installations that share a server need one each. Default `vinhdanh`. */
  readonly prefix?: string;
  /** Told when a connection breaks; it is rebuilt by itself. For logs. */
  readonly onIdleError?: (error: Error) => void;
}

/** Queues in Redis, for offices that ring more than a few thousand bells a second or want their database to rest. */
export function openRedisBackend(settings: RedisQueueSettings): BullMqBackend {
  const prefix = settings.prefix ?? 'vinhdanh';
  const connect = (maxRetriesPerRequest: number | null) => {
    const redis = new Redis(settings.url, { maxRetriesPerRequest, connectTimeout: 10_000 });
    // Without a listener a server restart ends the process: 'error' events nobody hears are thrown.
    redis.on('error', settings.onIdleError ?? (() => {}));
    return redis;
  };
  // Who adds a job wants to hear soon that Redis is away; who waits for one waits until it is back.
  const producer = connect(3);
  const consumer = connect(null);
  return {
    async ready() {
      await producer.ping();
    },
    openQueue: (name) => new Queue<JobData>(name, { connection: producer, prefix, ...queueSettings }),
    openWorker: (name, processor, options) =>
      new Worker<JobData, void>(name, processor, { connection: consumer, prefix, ...workerSettings(options) }),
    async close() {
      for (const redis of [producer, consumer]) redis.disconnect();
    },
  };
}
