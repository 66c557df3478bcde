import type { Clock } from '#libs/domain/kernel';
import { reminderBacklog } from '#libs/engine/deadlines';
import type { Database } from '#libs/platform/postgres';
import { countReactionFailures } from '#libs/service/commands';
import { CLOCK, DATABASE } from '#libs/service/foundation';
import { openDeliveries } from '#libs/service/notifications';
import { Controller, Get, Inject } from '@nestjs/common';
import { Route } from '../http/route.js';
import { type QueuesAnswer, queuesAnswer } from './queues.answers.js';

/** States of messages in which nothing more happens by itself. */
const GIVEN_UP = new Set(['bounced', 'dead']);

/** For operators: what waits to be done, by what it means to the office. The tables are asked, never the queue, which is only a bell. */
@Controller('api/v1/queues')
export class QueuesController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Route({
    id: 'listQueues',
    summary: { vi: 'Việc đang chờ hệ thống làm', en: 'What waits to be done by the system' },
    access: 'system:read',
    answer: queuesAnswer,
  })
  async all(): Promise<QueuesAnswer> {
    const now = this.clock.now();
    const [backlog, deliveries, refused] = await Promise.all([
      reminderBacklog(this.database, now),
      openDeliveries(this.database),
      countReactionFailures(this.database),
    ]);
    const count = (given: boolean) =>
      deliveries.filter(({ state }) => GIVEN_UP.has(state) === given).reduce((sum, each) => sum + each.count, 0);
    const oldest = Math.max(
      0,
      ...deliveries.filter(({ state }) => !GIVEN_UP.has(state)).map((each) => each.oldestSeconds),
    );
    return {
      at: now,
      items: [
        {
          queue: 'misses',
          means: {
            vi: 'Thời hạn đã qua mà chưa ghi nhận quá hạn',
            en: 'Deadlines that have passed and are not recorded as missed yet',
          },
          waiting: backlog.unrecordedMisses,
          oldestSeconds: Math.round(backlog.oldestMissSeconds),
          failed: 0,
        },
        {
          queue: 'reminders',
          means: {
            vi: 'Lời nhắc đã đến giờ mà chưa phát',
            en: 'Reminders whose time has come and that were not given out',
          },
          waiting: backlog.waitingRungs,
          oldestSeconds: Math.round(backlog.oldestRungSeconds),
          failed: 0,
        },
        {
          queue: 'letters',
          means: {
            vi: 'Thư chưa gửi xong; “lỗi” là thư bị trả lại hoặc đã thôi gửi, có người chưa được báo',
            en: 'Messages on their way; failed ones bounced or were given up, and somebody was not told',
          },
          waiting: count(false),
          oldestSeconds: Math.round(oldest),
          failed: count(true),
        },
        {
          queue: 'reactions',
          means: {
            vi: 'Việc hệ thống tự làm bị quy tắc từ chối, cần người xem',
            en: 'What the system does by itself and a rule refused: somebody has to look',
          },
          waiting: 0,
          oldestSeconds: 0,
          failed: refused,
        },
      ],
    };
  }
}
