import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueOf } from '#libs/domain/kernel';
import { eventually } from '#libs/platform/testing';
import {
  changePreferences,
  deliveryLog,
  holdSending,
  type PreferenceChange,
  type ReminderWorker,
  resendDelivery,
  resumeSending,
  sendingState,
} from '#libs/service/notifications';
import * as acts from '../support/dossier-acts.js';
import { notificationLaw } from '../support/law-files.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { directory, ReminderOffice, SetClock } from './reminder-office.js';
import { receiveDossier, T_2 } from './receive-dossier.js';

const BINH = 'account-binh';
/** A machine that has other things to do as well. */
const SOON = 30_000;

describe('when letters leave, and what they carry', () => {
  let post: MailCatcher;
  let office: ReminderOffice;
  beforeEach(async () => {
    post = await startMailCatcher();
    office = await ReminderOffice.open((databaseUrl) => ({ kind: 'postgres', databaseUrl }), post.url, {
      gathers: true,
    });
  });
  afterEach(async () => {
    await office.close();
    await post.stop();
  });

  const dossiers = async (...ids: readonly string[]) => {
    for (const id of ids) await receiveDossier(office, id);
  };
  /** A worker that looks only when it is told to. */
  const working = async (clock: SetClock, options: Parameters<ReminderOffice['worker']>[1] = {}) => {
    const worker = office.worker(clock, { sweepEveryMs: 3_600_000, ...options });
    await worker.start();
    await worker.caughtUp();
    await worker.sweepOnce();
    return worker;
  };
  const states = async (account = BINH) =>
    (await office.deliveries(account)).map(({ state, reason }) => (reason ? `${state} ${reason}` : state));
  const prefers = async (change: PreferenceChange) =>
    valueOf(
      await changePreferences(office.database, notificationLaw, BINH, change, { accountId: BINH, via: 'settings' }),
    );
  /** Time may stand still for an office, but not for its queue: swept until what is said of the letters is so. */
  const sweptUntil = (worker: Pick<ReminderWorker, 'sweepOnce'>, wanted: string) =>
    eventually(wanted, () => worker.sweepOnce().then(async () => (await states()).join().endsWith(wanted)), SOON);
  const mails = (count: number) => eventually(`${count} letters arrive`, () => post.mails.length === count, SOON);
  const bodyOf = (raw: string) =>
    Buffer.from(
      raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');

  it('a letter that falls due at night waits until half past seven, through restarts; the application shows it at once', async () => {
    await dossiers('D1');
    const clock = new SetClock('2026-10-29T18:30:00+07:00');
    await working(clock);
    expect(await office.told()).toMatchObject([{ rung: 'T-0 again' }]);
    expect(await states()).toEqual(['held quiet_hours']);
    await office.closeWorkers();
    clock.travelTo('2026-10-30T07:29:59+07:00');
    const worker = await working(clock);
    expect(await states()).toEqual(['held quiet_hours']);
    expect(post.mails).toEqual([]);
    clock.travelTo('2026-10-30T07:30:00+07:00');
    await worker.sweepOnce();
    await mails(1);
    await sweptUntil(worker, 'sent');
  }, 180_000);

  it('a letter whose second attempt falls into the night waits as well', async () => {
    await dossiers('D1');
    const clock = new SetClock(T_2);
    const worker = await working(clock);
    post.refusals.push(451);
    clock.travelTo('2026-10-27T17:59:00+07:00');
    await worker.sweepOnce();
    await eventually('it was tried', async () => (await states()).join() === 'failed_temporary SMTP_451', SOON);
    clock.travelTo('2026-10-27T18:01:00+07:00');
    await sweptUntil(worker, 'held quiet_hours');
    clock.travelTo('2026-10-28T07:30:00+07:00');
    await sweptUntil(worker, 'sent');
    await mails(1);
  }, 180_000);

  it('somebody’s own quiet hours make it later, and never earlier', async () => {
    await dossiers('D1');
    await prefers({ choices: [], quietHours: { from: '22:00', until: '09:00' } });
    const clock = new SetClock(T_2);
    const worker = await working(clock);
    expect(await states()).toEqual(['held quiet_hours']);
    clock.travelTo('2026-10-27T08:59:59+07:00');
    await worker.sweepOnce();
    expect(await office.counted('ops.letter')).toBe(0);
    clock.travelTo('2026-10-27T09:00:00+07:00');
    await worker.sweepOnce();
    await mails(1);
  }, 180_000);

  it('three and more within ten minutes are one letter, which names no person and no dossier in its subject', async () => {
    await dossiers('D1', 'D2', 'D3', 'D4');
    const clock = new SetClock(T_2);
    const worker = await working(clock);
    clock.travelTo('2026-10-27T08:10:02+07:00');
    await worker.sweepOnce();
    expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
    clock.travelTo('2026-10-27T08:10:03+07:00');
    await worker.sweepOnce();
    await mails(1);
    await sweptUntil(worker, 'sent,sent,sent,sent');
    const all = await office.deliveries(BINH);
    expect(new Set(all.map(({ letter_id }) => letter_id)).size).toBe(1);
    const { raw = '', messageId = '' } = post.mails[0] ?? {};
    expect(messageId).toBe(`<${all[0]?.letter_id}@office.example>`);
    for (const dossier of ['D1', 'D2', 'D3', 'D4']) expect(bodyOf(raw)).toContain(`${dossier} «`);
    const subject = /^Subject: .*(?:\r\n .*)*/m.exec(raw)?.[0] ?? '';
    expect(subject).not.toMatch(/D1|B=C3=ACnh/);
  }, 180_000);

  it('two are two letters', async () => {
    await dossiers('D1', 'D2');
    const clock = new SetClock(T_2);
    const worker = await working(clock);
    clock.travelTo('2026-10-27T08:10:03+07:00');
    await worker.sweepOnce();
    await mails(2);
    expect(await office.counted(`ops.letter where form = 'single'`)).toBe(2);
  }, 180_000);

  it('the summary of half past seven has the rungs of its own day, of all dossiers, in one letter', async () => {
    await dossiers('D1', 'D2');
    const clock = new SetClock('2026-10-22T07:29:59+07:00');
    const worker = await working(clock);
    expect(await office.deliveries(BINH)).toEqual([]);
    clock.travelTo('2026-10-22T07:30:00+07:00');
    await worker.sweepOnce();
    await mails(1);
    expect(await office.counted(`ops.letter where form = 'digest' and account_id = '${BINH}'`)).toBe(1);
    expect(post.mails[0]?.raw).not.toMatch(/^List-Unsubscribe/im);
  }, 180_000);

  it('who wants the summary gets it the next morning, without what was done meanwhile, and never an empty one', async () => {
    await dossiers('D1', 'D2');
    await prefers({ choices: [{ category: 'deadline', channel: 'email', choice: 'digest' }] });
    const clock = new SetClock(T_2);
    const worker = await working(clock);
    expect(await states()).toEqual(['held digest', 'held digest']);
    await office.act('D2', acts.withdraw({ at: '2026-10-27T12:00:00+07:00' }));
    clock.travelTo('2026-10-28T07:30:00+07:00');
    await worker.sweepOnce();
    await mails(1);
    await sweptUntil(worker, 'sent,suppressed not_needed');
    expect(bodyOf(post.mails[0]?.raw ?? '')).not.toContain('D2 «');

    clock.travelTo('2026-10-29T08:00:00+07:00');
    await worker.sweepOnce();
    await office.act('D1', acts.withdraw({ at: '2026-10-29T12:00:00+07:00' }));
    clock.travelTo('2026-10-30T07:30:00+07:00');
    await worker.sweepOnce();
    await sweptUntil(worker, 'suppressed not_needed');
    expect(post.mails).toHaveLength(1);
  }, 180_000);

  it('of two rungs of one deadline that waited together the earlier is a duplicate', async () => {
    await dossiers('D1');
    await prefers({ choices: [{ category: 'deadline', channel: 'email', choice: 'digest' }] });
    const clock = new SetClock('2026-10-29T08:00:00+07:00');
    const worker = await working(clock);
    clock.travelTo('2026-10-29T14:00:00+07:00');
    await worker.sweepOnce();
    clock.travelTo('2026-10-30T07:30:00+07:00');
    await worker.sweepOnce();
    await mails(1);
    await sweptUntil(worker, 'suppressed duplicate,sent');
  }, 180_000);

  it('who has left the position over night gets nothing any more', async () => {
    await dossiers('D1');
    let left = false;
    const clock = new SetClock('2026-10-29T18:30:00+07:00');
    const chart = {
      ...directory,
      assignees: async (...asked: Parameters<typeof directory.assignees>) =>
        left && asked[0] === 'officer' ? [] : directory.assignees(...asked),
    };
    const worker = await working(clock, { directory: chart });
    left = true;
    clock.travelTo('2026-10-30T07:30:00+07:00');
    await worker.sweepOnce();
    await sweptUntil(worker, 'suppressed left_unit');
    expect(post.mails).toEqual([]);
  }, 180_000);

  it('a letter refused for good is an alarm for operators, whose own refused letter is none; it can be sent again', async () => {
    await dossiers('D1');
    const clock = new SetClock(T_2);
    const worker = await working(clock);
    post.refusals.push(550);
    clock.travelTo('2026-10-27T08:10:03+07:00');
    await worker.sweepOnce();
    await sweptUntil(worker, 'bounced SMTP_550');
    expect(await office.counted(`ops.notification where kind = 'alarm' and account_id = 'account-long'`)).toBe(1);
    post.refusals.push(550);
    clock.travelTo('2026-10-27T19:00:00+07:00'); // alarms know no quiet hours
    await worker.sweepOnce();
    await eventually(
      'the alarm bounced',
      async () => (await states('account-long')).join() === 'bounced SMTP_550',
      SOON,
    );
    expect(await office.counted(`ops.delivery where account_id = 'account-long'`)).toBe(1);
    expect(await office.counted(`ops.notification where kind = 'alarm'`)).toBe(2);

    clock.travelTo('2026-10-28T08:00:00+07:00');
    const page = valueOf(await deliveryLog(office.database, { accountId: BINH }, {}));
    const id = page.items[0]?.id ?? '';
    valueOf(await resendDelivery(office.database, id, 'account-long'));
    expect(await resendDelivery(office.database, id, 'account-long')).toMatchObject({
      ok: false,
      error: { code: 'DELIVERY_NOT_GIVEN_UP' },
    });
    await worker.sweepOnce();
    await mails(1);
    await sweptUntil(worker, 'sent');
    const again = valueOf(await deliveryLog(office.database, { accountId: BINH }, {}));
    expect(again.items[0]?.attempts.map(({ outcome, by }) => [outcome, by])).toEqual([
      ['permanent', null],
      ['resend', 'account-long'],
      ['sent', null],
    ]);
  }, 180_000);

  it('nobody, the application neither, changes what was tried or who changed what', async () => {
    await prefers({ choices: [{ category: 'overdue', channel: 'email', choice: 'digest' }] });
    const { rows } = await office.database.query<{ what: string; before: string; after: string; via: string }>(
      'select what, before, after, via from ops.preference_change',
    );
    expect(rows).toEqual([{ what: 'overdue/email', before: 'on', after: 'digest', via: 'settings' }]);
    for (const table of ['delivery_attempt', 'preference_change', 'sending_change']) {
      const refused = office.database.transaction(async (connection) => {
        await connection.query('set local role vinhdanh_app');
        await connection.query(`delete from ops.${table}`);
      });
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    }
  });

  describe('after a restore', () => {
    let folder: string;
    beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'vinhdanh-restore-'))));
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('nothing leaves and nothing is rung until an operator says from when; what was due before is skipped', async () => {
      await dossiers('D1', 'D2');
      const beatFile = join(folder, 'beat.json');
      const clock = new SetClock('2026-10-26T12:00:00+07:00');
      const worker = await working(clock, { beatFile });
      clock.travelTo(T_2);
      await sweptUntil(worker, 'sent,sent,queued,queued');
      await office.closeWorkers();
      const mailed = post.mails.length;

      // The backup was made before: its count is behind the one in the folder.
      await office.database.query('update ops.sending set beat = 1');
      clock.travelTo('2026-10-29T08:00:00+07:00');
      const restored = await working(clock, { beatFile });
      expect(await sendingState(office.database)).toMatchObject({ state: 'held', reason: 'restored' });
      expect(await restored.sweepOnce()).toMatchObject({ rung: 0, letters: 0 });
      expect(post.mails).toHaveLength(mailed);

      valueOf(await resumeSending(office.database, '2026-10-29T00:00:00.000Z', 'account-long'));
      expect(await states()).toEqual(['sent', 'sent', 'suppressed held_back', 'suppressed held_back']);
      await restored.sweepOnce();
      expect((await office.told()).filter(({ rung }) => rung === 'T-0')).toHaveLength(2);
      // Its own count is ahead of the folder's again: a second start holds nothing.
      await office.closeWorkers();
      await working(clock, { beatFile });
      expect(await sendingState(office.database)).toMatchObject({ state: 'open' });
      expect(JSON.parse(await readFile(beatFile, 'utf8'))).toMatchObject({ beat: expect.any(Number) as number });
    }, 180_000);

    it('rungs from before the moment are recorded as skipped', async () => {
      await dossiers('D1');
      await holdSending(office.database, 'account-long');
      const clock = new SetClock(T_2);
      const worker = await working(clock);
      expect(await office.told()).toEqual([]);
      valueOf(await resumeSending(office.database, '2026-10-28T00:00:00.000Z', 'account-long'));
      await worker.sweepOnce();
      expect(await office.told()).toEqual([]);
      expect((await office.rungs('D1')).find(({ rung }) => rung === 'T-2')).toMatchObject({
        state: 'skipped',
        reason: 'held_back',
      });
    }, 180_000);
  });
});
