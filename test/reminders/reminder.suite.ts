import { jobIdOf, openQueues, type QueueSettings } from '#libs/engine/queue';
import { eventually } from '#libs/platform/testing';
import * as acts from '../support/dossier-acts.js';
import { copyDossier } from '../support/copied-dossiers.js';
import { casesAsking, named } from '../support/rule-cases.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { rungsOfTheCases } from './ladder-cases.js';
import { receiveDossier, receiveDue, T_2 } from './receive-dossier.js';
import { ReminderOffice, SetClock } from './reminder-office.js';

/** A queue's server, and how it loses everything. */
export interface QueueServer {
  settings(databaseUrl: string): QueueSettings;
  empty(office: ReminderOffice): Promise<void>;
  stop(): Promise<void>;
}

interface Downtime {
  readonly due: string;
  readonly term: number;
  readonly downFrom: string;
  readonly downTo: string;
}

export function describeReminders(kind: string, startServer: () => Promise<QueueServer>): void {
  describe(`reminders on ${kind}`, () => {
    let server: QueueServer;
    let post: MailCatcher;
    let office: ReminderOffice;
    /** The letters about one rung; the summary of a morning goes by itself, when it likes. */
    const reminders = () => post.mails.filter(({ raw }) => /^References:/m.test(raw));
    const distinct = () => new Set(post.mails.map(({ messageId }) => messageId)).size;
    const allSettled = () =>
      eventually(
        'every letter is sent',
        async () => {
          const letters = await office.letters();
          return letters.length > 0 && letters.every(({ state }) => state === 'sent');
        },
        30_000,
      );

    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server.stop());
    beforeEach(async () => {
      post = await startMailCatcher();
      office = await ReminderOffice.open((url) => server.settings(url), post.url);
    });
    afterEach(async () => {
      await office.close();
      await post.stop();
    });

    // The shipped procedure's appraisal has this term; a case with another is told so.
    it.each(named(casesAsking<Downtime, { sent: string[]; skipped: string[] }>('ladder-downtime')))(
      '%s',
      async (_name, { data, then }) => {
        await receiveDue(office, 'D1', data.due, data.term);
        const clock = new SetClock(data.downFrom);
        const before = office.worker(clock);
        await before.start();
        await before.caughtUp();
        await eventually('what was due before is told', async () => (await before.sweepOnce()).rung === 0);
        await office.closeWorkers();
        const told = new Set((await office.told()).map(({ rung }) => rung));

        clock.travelTo(data.downTo);
        await office.worker(clock).start();
        const now = async () => (await office.rungs('D1')).filter(({ rung }) => !told.has(rung));
        await eventually(
          'all that was missed is settled',
          async () => (await now()).filter(({ state }) => state === 'rung').length >= (then.value?.sent.length ?? 0),
          30_000,
        );
        if ((then.value?.sent.length ?? 0) > 0) await allSettled();
        const settled = await now();
        expect(settled.filter(({ state }) => state === 'rung').map(({ rung }) => rung)).toEqual(then.value?.sent);
        expect(settled.filter(({ reason }) => reason === 'later_rung').map(({ rung }) => rung)).toEqual(
          then.value?.skipped,
        );
      },
    );

    rungsOfTheCases(() => office);

    it('rings by itself what hangs in the queue, without a sweep', async () => {
      await receiveDossier(office, 'D1');
      const clock = new SetClock('2026-10-27T07:59:55+07:00');
      const worker = office.worker(clock, { sweepEveryMs: 3_600_000 });
      await worker.start();
      await worker.caughtUp();
      expect(await worker.sweepOnce()).toMatchObject({ armed: expect.any(Number) as number });
      clock.travelTo('2026-10-27T08:00:00+07:00');
      await eventually('the reminder has left', () => reminders().length > 0, 30_000);
      await allSettled();
      expect(reminders()).toHaveLength(1);
    });

    it('sends what a queue forgot', async () => {
      await receiveDossier(office, 'D1');
      const clock = new SetClock('2026-10-26T12:00:00+07:00');
      const worker = office.worker(clock, { sweepEveryMs: 3_600_000 });
      await worker.start();
      await worker.caughtUp();
      expect((await worker.sweepOnce()).armed).toBe(1);
      await eventually('the summary of T-5 is there', async () => (await office.told()).length === 1);
      await server.empty(office);
      clock.travelTo(T_2);
      await worker.sweepOnce();
      await eventually('the reminder has left', () => reminders().length > 0, 30_000);
      await allSettled();
      expect(reminders()).toHaveLength(1);
      expect(await office.told()).toMatchObject([{ rung: 'T-5' }, { rung: 'T-2' }]);
    });

    it('sends what a queue forgot between the bell and the letter', async () => {
      await receiveDossier(office, 'D1');
      const first = office.worker(new SetClock(T_2), {
        triggers: { reached: (at) => (at === 'bell-rung' ? Promise.reject(new Error('killed')) : Promise.resolve()) },
      });
      await first.start();
      await eventually('the rung is settled', async () => (await office.told()).length === 1);
      await office.closeWorkers();
      await server.empty(office);
      await office.worker(new SetClock(T_2)).start();
      await allSettled();
      expect(await office.told()).toHaveLength(1);
      expect(reminders()).toHaveLength(1);
    });

    it('tells the assignee and the head once each when it is late, in the application and by mail', async () => {
      await receiveDossier(office, 'D1');
      await office.worker(new SetClock('2026-10-30T08:00:01+07:00')).start();
      await allSettled();
      expect(await office.told()).toMatchObject([
        { account_id: 'account-binh', rung: '+1' },
        { account_id: 'account-khanh', rung: '+1' },
      ]);
      expect(post.mails.map(({ to }) => to).sort()).toEqual(['binh@office.example', 'khanh@office.example']);
      expect(distinct()).toBe(2);
    });

    it('lets two workers at once ring and send everything once', async () => {
      const dossiers = Array.from({ length: 12 }, (_, index) => `D${index + 1}`);
      for (const dossier of dossiers) await receiveDossier(office, dossier);
      await Promise.all([0, 1].map(() => office.worker(new SetClock(T_2), { sweepEveryMs: 20 }).start()));
      await eventually('every dossier is reminded of', async () => (await office.letters()).length === 12, 20_000);
      await allSettled();
      await office.closeWorkers();
      expect((await office.told()).map(({ dossier_id }) => dossier_id)).toEqual([...dossiers].sort());
      expect(reminders()).toHaveLength(12);
      expect(distinct()).toBe(12);
      expect(office.problems).toEqual([]);
    });

    it('is silent about a dossier that was finished before the rung', async () => {
      await receiveDossier(office, 'D1');
      const clock = new SetClock('2026-10-21T18:00:00+07:00');
      const worker = office.worker(clock, { sweepEveryMs: 3_600_000 });
      await worker.start();
      await worker.caughtUp();
      await worker.sweepOnce();
      await office.act('D1', acts.withdraw({ at: '2026-10-21T19:00:00+07:00' }));
      await receiveDossier(office, 'D2');
      clock.travelTo(T_2);
      await eventually('the other dossier is reminded of', async () => {
        await worker.sweepOnce();
        return (await office.told()).some(({ dossier_id }) => dossier_id === 'D2');
      });
      await allSettled();
      expect(await office.told()).toMatchObject([{ dossier_id: 'D2', rung: 'T-2' }]);
      expect(reminders()).toHaveLength(1);
      expect((await office.rungs('D1')).filter(({ state }) => state === 'planned' || state === 'rung')).toEqual([]);
    });

    it('tries again when the mail server is away or says later, and gives up where it says never', async () => {
      await receiveDossier(office, 'D1');
      post.refusals.push(451);
      await office.worker(new SetClock(T_2)).start();
      await allSettled();
      expect(await office.letters()).toMatchObject([{ state: 'sent', attempts: 2, last_error: null }]);

      post.refusals.push(550);
      await receiveDossier(office, 'D2');
      const failed = async (): Promise<boolean> => (await office.letters()).some(({ state }) => state === 'bounced');
      await eventually('the letter is given up', failed);
      expect((await office.letters()).find(({ state }) => state === 'bounced')).toMatchObject({
        attempts: 1,
        last_error: 'SMTP_550',
      });
      const told = () => office.problems.filter(({ during }) => during === 'deliver');
      await eventually('somebody is told', () => told().length === 1);
      expect(told()).toMatchObject([{ during: 'deliver', code: 'SMTP_550' }]);
    });

    it('sends a letter once when two jobs come for it at the same moment', async () => {
      await receiveDossier(office, 'D1');
      let arrived = 0;
      const worker = office.worker(new SetClock(T_2), {
        sweepEveryMs: 3_600_000,
        triggers: {
          reached: async (point) => {
            if (point !== 'before-claim') return;
            arrived += 1;
            await eventually('the other one is there too', () => arrived === 2);
          },
        },
      });
      await worker.start();
      await worker.caughtUp();
      await worker.sweepOnce();
      await eventually('the first has come', () => arrived === 1);
      const { rows } = await office.database.query<{ id: string }>('select id from ops.letter');
      const queues = openQueues(office.settings.queue);
      await queues
        .queue('letters')
        .add('send', { letterId: rows[0]?.id ?? '' }, { jobId: jobIdOf('letter', 'another') });
      await queues.close();
      await allSettled();
      await office.closeWorkers();
      expect(arrived).toBe(2);
      expect(reminders()).toHaveLength(1);
      expect(await office.letters()).toMatchObject([{ attempts: 1, takeovers: 0 }]);
    });

    it('does not send a letter whose cause was done while it waited', async () => {
      await receiveDossier(office, 'D1');
      post.refusals.push(451);
      await office.worker(new SetClock(T_2), { retryDelaysMs: [300] }).start();
      await eventually('it waits', async () => (await office.letters())[0]?.last_error === 'SMTP_451');
      await office.act('D1', acts.withdraw({ at: '2026-10-27T08:00:10+07:00' }));
      await eventually('it lapses', async () => (await office.letters())[0]?.state === 'suppressed');
      expect(post.mails).toEqual([]);
    });

    it('rings the others while one cannot be rung, and that one when it can', async () => {
      for (const dossier of ['D1', 'D2', 'D3']) await receiveDossier(office, dossier);
      let broken = false;
      const worker = office.worker(new SetClock(T_2), {
        sweepEveryMs: 3_600_000,
        events: new Proxy(office.events, {
          get: (store, name) => {
            const own: unknown = Reflect.get(store, name, store);
            if (name !== 'readStream') return typeof own === 'function' ? (own.bind(store) as unknown) : own;
            return (stream: string) => {
              if (broken && stream === 'dossier-D2') throw new Error('its stream cannot be read');
              return store.readStream(stream);
            };
          },
        }),
      });
      await worker.start();
      await worker.caughtUp();
      broken = true;
      await worker.sweepOnce();
      await eventually('the others are rung', async () => (await office.told()).length === 2, 30_000);
      expect((await office.told()).map(({ dossier_id }) => dossier_id)).toEqual(['D1', 'D3']);
      expect(office.problems).toContainEqual(
        expect.objectContaining({ during: 'ring', cause: expect.any(Error) as Error }),
      );
      broken = false;
      await worker.sweepOnce();
      await eventually('it is rung too', async () => (await office.told()).length === 3, 30_000);
      await allSettled();
      expect(reminders()).toHaveLength(3);
    });

    it('sends all of a thousand when the queue loses everything, before the moment and in the middle of it', async () => {
      await receiveDossier(office, 'D1');
      await copyDossier(office.database, { from: 'D1', prefix: 'C', count: 999 });
      const clock = new SetClock('2026-10-26T12:00:00+07:00');
      const worker = office.worker(clock, { sweepEveryMs: 250, lettersAtOnce: 8 });
      await worker.start();
      await worker.caughtUp();
      await eventually(
        'a thousand are planned, and their bells hang',
        async () => (await office.counted(`ops.rung where rung = 'T-2' and state = 'planned'`)) === 1_000,
        60_000,
      );
      await eventually(
        'the summary has a thousand lines: T-5',
        async () => (await office.counted(`ops.notification`)) === 1_000,
        60_000,
      );
      await server.empty(office);
      clock.travelTo(T_2);
      await eventually('a hundred have left', () => post.mails.length >= 100, 120_000);
      await server.empty(office);
      await eventually(
        'all are sent',
        async () => (await office.counted(`ops.delivery where rung = 'T-2' and state = 'sent'`)) === 1_000,
        180_000,
      );
      await office.closeWorkers();
      expect(await office.counted(`ops.notification where rung = 'T-2'`)).toBe(1_000);
      expect(new Set(reminders().map(({ messageId }) => messageId)).size).toBe(1_000);
      expect(reminders()).toHaveLength(1_000);
    }, 420_000);

    it('gives up after the last pause, and shows it', async () => {
      await post.stop();
      await receiveDossier(office, 'D1');
      await office.worker(new SetClock(T_2)).start();
      await eventually('the letter is given up', async () => (await office.letters())[0]?.state === 'dead');
      expect(await office.letters()).toMatchObject([
        { attempts: 3, last_error: expect.stringMatching(/^E[A-Z]+$/) as string },
      ]);
      expect(await office.told()).toHaveLength(1);
      post = await startMailCatcher();
    });
  });
}
