import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { planLadder } from '#libs/domain/calendar';
import { eventually } from '#libs/platform/testing';
import type { TriggerPoint } from '#libs/service/notifications';
import { defaultLadder, vietnam } from '../support/law-files.js';
import { casesAsking, named } from '../support/rule-cases.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { ReminderOffice, SetClock } from './reminder-office.js';
import { RECEIVED, receiveDossier, T_2 } from './receive-dossier.js';
import type { QueueServer } from './reminder.suite.js';

/** When the reminder goes to two people: two letters are due. */
const LATE = '2026-10-30T08:00:01+07:00';

const program = fileURLToPath(new URL('./worker-program.js', import.meta.url));

/** Runs a worker process until it says a word, and kills it there and then. */
async function killAt(office: ReminderOffice, now: string, point: TriggerPoint): Promise<void> {
  const child = spawn(process.execPath, [program, JSON.stringify(office.settings), now, point], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  try {
    // A process has to start first, on a machine that may have other things to do.
    await eventually(`the worker comes to ${point}`, () => said.split('\n').includes(point), 60_000);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

interface Once {
  readonly rung: string;
  readonly restarts: number;
  readonly recipients: readonly string[];
}

/** Some seconds after a rung of the dossier's appraisal. */
function momentOf(rung: string): string {
  const planned = planLadder(vietnam, defaultLadder, RECEIVED).find((each) => each.rung === rung);
  if (!planned) throw new Error(`The ladder has no rung ${rung}.`);
  return new Date(Date.parse(planned.at) + 3_000).toISOString();
}

/** Each test starts several processes. */
const PATIENCE_MS = 180_000;

export interface KilledWorkersOptions {
  /** Whether they also die with letters in hand that were gathered, held over night or summed up. */
  readonly gathering: boolean;
}

export function describeKilledWorkers(
  kind: string,
  startServer: () => Promise<QueueServer>,
  { gathering }: KilledWorkersOptions,
): void {
  describe(`a reminder worker that is killed, on ${kind}`, () => {
    let server: QueueServer;
    let post: MailCatcher;
    let office: ReminderOffice;
    const finish = async (now: string): Promise<void> => {
      await office.worker(new SetClock(now), { stalledAfterMs: 800 }).start();
      await eventually(
        'every letter is sent',
        async () => {
          const letters = await office.letters();
          return letters.length > 0 && letters.every(({ state }) => state === 'sent');
        },
        30_000,
      );
      await office.closeWorkers();
    };
    const perMessage = () => {
      const counts = new Map<string, number>();
      for (const { messageId } of post.mails) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
      return [...counts.values()].sort((one, other) => one - other);
    };

    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server.stop());
    beforeEach(async () => {
      post = await startMailCatcher();
      office = await ReminderOffice.open((url) => server.settings(url), post.url);
      await receiveDossier(office, 'D1');
    });
    afterEach(async () => {
      await office.close();
      await post.stop();
    });

    it.each(['bell-rung', 'sealed', 'before-claim', 'claimed'] as const)(
      'at the point %s sends each letter once after all',
      async (point) => {
        await killAt(office, LATE, point);
        await finish(LATE);
        expect((await office.told()).map(({ account_id }) => account_id)).toEqual(['account-binh', 'account-khanh']);
        expect(perMessage()).toEqual([1, 1]);
      },
      PATIENCE_MS,
    );

    it(
      'between the 250 and the note repeats at most the letters in its hands, each under its own Message-ID',
      async () => {
        await killAt(office, LATE, 'sent');
        await finish(LATE);
        expect((await office.told()).map(({ account_id }) => account_id)).toEqual(['account-binh', 'account-khanh']);
        const repeats = perMessage();
        expect(repeats).toHaveLength(2);
        // Both letters may have been in the killed process's hands; the rows count what may have left twice.
        const takeovers = (await office.letters()).reduce((sum, letter) => sum + letter.takeovers, 0);
        expect(post.mails.length).toBeGreaterThan(2);
        expect(post.mails.length).toBeLessThanOrEqual(2 + takeovers);
        expect(Math.max(...repeats)).toBe(2);
      },
      PATIENCE_MS,
    );

    if (gathering)
      describe('where messages are gathered, held and summed up', () => {
        beforeEach(async () => {
          await office.close();
          office = await ReminderOffice.open((url) => server.settings(url), post.url, { gathers: true });
        });
        const carried = async (states: readonly string[]) => {
          const deliveries = await office.deliveries('account-binh');
          expect(deliveries.map(({ state }) => state)).toEqual(states);
          expect(new Set(deliveries.map(({ letter_id }) => letter_id)).size).toBe(1);
          expect(perMessage()).toEqual([1]);
        };

        it.each([
          ['many that came together', T_2, '2026-10-27T08:10:03+07:00'],
          ['many that were held over night', '2026-10-27T18:30:00+07:00', '2026-10-28T07:30:00+07:00'],
        ])(
          'sends %s in one letter and accounts for each, wherever it dies',
          async (_what, rungAt, leavesAt) => {
            for (const dossier of ['D1', 'D2', 'D3', 'D4']) await receiveDossier(office, dossier);
            await killAt(office, rungAt, 'bell-rung');
            expect(await office.counted('ops.letter')).toBe(0);
            for (const point of ['sealed', 'before-claim', 'claimed'] as const) await killAt(office, leavesAt, point);
            await finish(leavesAt);
            expect(await office.told()).toHaveLength(4);
            await carried(['sent', 'sent', 'sent', 'sent']);
          },
          300_000,
        );

        it('sends the summary once, wherever it dies', async () => {
          for (const dossier of ['D1', 'D2']) await receiveDossier(office, dossier);
          const summary = '2026-10-22T07:30:01+07:00';
          await killAt(office, summary, 'bell-rung');
          for (const point of ['sealed', 'before-claim', 'claimed'] as const) await killAt(office, summary, point);
          await finish(summary);
          await carried(['sent', 'sent']);
        }, 300_000);
      });

    it.each(named(casesAsking<Once, { inApp: number; distinctMessageIds: number }>('ladder-once')))(
      '%s',
      async (_name, { data, then }) => {
        const now = momentOf(data.rung);
        await killAt(office, now, 'sent');
        for (let restart = 1; restart < data.restarts; restart++) await killAt(office, now, 'claimed');
        await finish(now);
        const told = (await office.told()).filter(({ rung }) => rung === data.rung);
        expect(told).toHaveLength(then.value?.inApp ?? Number.NaN);
        expect(new Set(told.map(({ account_id }) => account_id)).size).toBe(data.recipients.length);
        expect(perMessage()).toHaveLength(then.value?.distinctMessageIds ?? Number.NaN);
      },
      PATIENCE_MS,
    );
  });
}
