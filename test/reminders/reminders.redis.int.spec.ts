import { withoutRedis } from '#libs/platform/testing';
import { wholeMatrix } from '../support/whole-matrix.js';
import { describeKilledWorkers } from './killed-worker.suite.js';
import { redisQueues } from './queue-servers.js';
import { describeReminders } from './reminder.suite.js';

if (withoutRedis === undefined) {
  describeReminders('Redis', redisQueues);
  // What is gathered stands in PostgreSQL, whatever the queue is.
  describeKilledWorkers('Redis', redisQueues, { gathering: wholeMatrix });
} else {
  // Counted as skipped, with the reason in its name: this machine may not install the server.
  // oxlint-disable-next-line jest/no-disabled-tests
  describe.skip(`reminders on Redis: ${withoutRedis}`, () => {
    it('was not run', () => {});
  });
}
