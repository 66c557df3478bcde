// A worker in a process of its own, which stands still at a named point until it is killed.
import type { TriggerPoint } from '#libs/service/notifications';
import { openWorker, type OfficeSettings, SetClock } from './reminder-office.js';

const [settings, now, stopAt] = process.argv.slice(2) as [string, string, TriggerPoint | ''];
const { worker } = openWorker(JSON.parse(settings) as OfficeSettings, {
  clock: new SetClock(now),
  // It is going to be killed: what it holds is soon free.
  leaseMs: 400,
  stalledAfterMs: 400,
  triggers: {
    reached: async (point) => {
      if (point !== stopAt) return;
      process.stdout.write(`${point}\n`);
      await new Promise(() => {});
    },
  },
});
await worker.start();
process.stdout.write('started\n');
