import { BullMqQueues } from './bullmq-queues.js';
import { openPostgresBackend, type PostgresQueueSettings } from './postgres-backend.js';
import type { Queues } from './queue.port.js';
import { openRedisBackend, type RedisQueueSettings } from './redis-backend.js';

export type QueueSettings = PostgresQueueSettings | RedisQueueSettings;

/** Opens the queues where the settings say. Connects at first use; `ready()` says whether that works. */
export function openQueues(settings: QueueSettings): Queues {
  const backend = settings.kind === 'postgres' ? openPostgresBackend(settings) : openRedisBackend(settings);
  return new BullMqQueues(backend, settings.onIdleError);
}
