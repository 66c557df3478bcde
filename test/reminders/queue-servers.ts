import { randomUUID } from 'node:crypto';
import { startTestRedis } from '#libs/platform/testing';
import type { QueueServer } from './reminder.suite.js';

/** Queues in the office's own database. */
export const postgresQueues = async (): Promise<QueueServer> => ({
  settings: (databaseUrl) => ({ kind: 'postgres', databaseUrl }),
  empty: async (office) => {
    await office.database.query('truncate bullmq.job cascade');
  },
  stop: () => Promise.resolve(),
});

/** Queues in a Redis that several offices share, as installations may: each has its own keys. */
export const redisQueues = async (): Promise<QueueServer> => {
  const redis = await startTestRedis();
  return {
    settings: () => ({ kind: 'redis', url: redis.url, prefix: `office-${randomUUID()}` }),
    empty: () => redis.empty(),
    stop: () => redis.stop(),
  };
};
