import { setTimeout as pause } from 'node:timers/promises';
import { BELLS } from '#libs/engine/deadlines';
import { openQueues } from '#libs/engine/queue';
import type { Config } from '#libs/platform/config';
import { messageOf } from '#libs/platform/postgres';
import { type Check, type Finding, good, plain, wrong } from './check.js';

const PATIENCE_MS = 5_000;

/** The queue that rings deadlines: on Redis when `REDIS_URL` names one, else in the database. */
export const queueCheck = (config: Config, databaseUrl: string): Check => ({
  name: { vi: 'Hàng đợi', en: 'Queue' },
  look: () => queue(config, databaseUrl),
});

async function queue({ redisUrl }: Config, databaseUrl: string): Promise<Finding> {
  const queues = openQueues(redisUrl ? { kind: 'redis', url: redisUrl } : { kind: 'postgres', databaseUrl });
  const place = redisUrl ? 'Redis' : 'PostgreSQL';
  try {
    const counts = await Promise.race([
      queues.ready().then(() => queues.queue(BELLS).counts()),
      pause(PATIENCE_MS, undefined, { ref: false }).then(() => Promise.reject(new Error(`${PATIENCE_MS / 1_000} s`))),
    ]);
    const { waiting, delayed, failed } = counts;
    return good(
      `${place}, ${waiting} đang chờ, ${delayed} hẹn giờ, ${failed} hỏng`,
      `${place}, ${waiting} waiting, ${delayed} delayed, ${failed} failed`,
    );
  } catch (error) {
    return wrong(plain(`${place}: ${messageOf(error)}`), {
      vi: redisUrl ? 'kiểm tra REDIS_URL' : 'chạy vinhdanh start (máy chủ nhúng) hoặc vinhdanh migrate',
      en: redisUrl ? 'check REDIS_URL' : 'run vinhdanh start (embedded server) or vinhdanh migrate',
    });
  } finally {
    await queues.close();
  }
}
