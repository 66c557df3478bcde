export { callAllNow, type DueWork } from './call-now.js';
export { jobIdOf } from './job-id.js';
export { openQueues, type QueueSettings } from './open-queues.js';
export { migrateQueues, type PostgresQueueSettings } from './postgres-backend.js';
export * from './queue.port.js';
export type { RedisQueueSettings } from './redis-backend.js';
