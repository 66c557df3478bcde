import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/platform/testing';
import type { Directory } from '#libs/service/notifications';
import * as acts from '../support/dossier-acts.js';
import { people } from '../support/dossier-desk.js';
import { vietnam } from '../support/law-files.js';
import { APPRAISE, PlanningDesk } from './planning-desk.js';
import { receiveDossier, T_2 } from './receive-dossier.js';
import { directory, type ReminderOffice, rules, type SetClock } from './reminder-office.js';

describe('the rungs of a deadline', () => {
  let desk: PlanningDesk;
  let office: ReminderOffice;
  let clock: SetClock;
  beforeEach(async () => {
    desk = await PlanningDesk.open();
    ({ office, clock } = desk);
  });
  afterEach(() => desk.close());

  it('are planned when its clock starts, and closed with it', async () => {
    await desk.planned();
    expect(await desk.those('planned')).toEqual(['T-5', 'T-2', 'T-0', 'T-0 again', '+1', '+3', '+5']);
    await office.act('D1', acts.withdraw({ at: '2026-10-06' }));
    await desk.planned();
    expect(new Set((await desk.rows()).map(({ reason }) => reason))).toEqual(new Set(['deadline_closed']));
  });

  it('lapse while the clock stands still, and are planned anew when it goes on', async () => {
    await desk.planned();
    await office.act('D1', acts.requestSupplement({ at: '2026-10-06' }));
    await desk.planned();
    expect(new Set((await desk.rows()).map(({ reason }) => reason))).toEqual(new Set(['deadline_paused']));
    await office.act('D1', acts.supplement({ at: '2026-10-09' }));
    await desk.planned();
    const all = await desk.rows();
    expect(all.filter(({ version }) => version === 1).every(({ state }) => state === 'cancelled')).toBe(true);
    expect(all.filter(({ version }) => version === 2).every(({ state }) => state === 'planned')).toBe(true);
    expect(all.filter(({ version }) => version === 2)).toHaveLength(7);
  });

  it('are not rung twice when the planner reads the whole log again', async () => {
    await desk.planned();
    clock.travelTo(T_2);
    expect(await desk.ring()).toMatchObject({ rung: 'T-2', skipped: ['T-5'] });
    await office.database.query(`update ops.reminder_planner set position = 'start'`);
    await desk.planned();
    expect(await desk.ring()).toEqual({ skipped: [] });
    expect(await desk.those('rung')).toEqual(['T-2']);
    expect(desk.rung).toEqual(['T-2']);
  });

  it('are rung once when many bells ring at the same moment', async () => {
    await desk.planned();
    clock.travelTo(T_2);
    let written = 0;
    let arrived = 0;
    const sink = {
      prepare: async () => {
        arrived += 1;
        await eventually('all stand before the transaction', () => arrived === 3);
        return async () => [(written += 1)];
      },
    };
    const outcomes = await Promise.all([1, 2, 3].map(() => desk.ring(APPRAISE, { sink })));
    expect(outcomes.filter((outcome) => outcome?.rung === 'T-2')).toHaveLength(1);
    expect(written).toBe(1);
  });

  it('are left as they are by a planner that looked earlier than another', async () => {
    await desk.planned();
    await office.database.query(`update ops.deadline set state = 'paused', revision = 1000`);
    await office.database.query(`update ops.rung set state = 'cancelled', reason = 'deadline_paused'`);
    await office.database.query(`update ops.reminder_planner set position = 'start'`);
    await desk.planned();
    expect(await desk.those('planned')).toEqual([]);
  });

  it('are skipped with the reason when the dossier was withdrawn and nobody has replanned yet', async () => {
    await desk.planned();
    await office.act('D1', acts.withdraw({ at: '2026-10-26' }));
    clock.travelTo(T_2);
    expect(await desk.ring()).toEqual({ skipped: ['T-5', 'T-2'], silence: 'deadline_closed' });
    expect((await desk.rows()).filter(({ state }) => state === 'skipped')).toMatchObject([
      { rung: 'T-5', reason: 'deadline_closed' },
      { rung: 'T-2', reason: 'deadline_closed' },
    ]);
    expect(desk.rung).toEqual([]);
  });

  it('are silent while the clock stands still, and for a due moment that has moved', async () => {
    await desk.planned();
    await office.act('D1', acts.suspend({ at: '2026-10-20' }));
    clock.travelTo(T_2);
    expect(await desk.ring()).toMatchObject({ silence: 'deadline_paused' });
    await office.act('D1', acts.resume({ at: '2026-10-26' }));
    expect(await desk.ring()).toMatchObject({ silence: 'deadline_moved' });
    expect(desk.rung).toEqual([]);
  });

  it('are silent about a dossier that is suspended after its limit was missed', async () => {
    await desk.planned();
    const at = '2026-10-30T00:01:00+07:00';
    await office.act('D1', acts.recordMissed({ at }), acts.suspend({ at: '2026-10-30T07:00:00+07:00' }));
    clock.travelTo('2026-10-30T08:00:00+07:00');
    expect(await desk.ring()).toMatchObject({ silence: 'dossier_suspended' });
  });

  it('do not ring before their time, and the earlier bell does no harm', async () => {
    await desk.planned();
    clock.travelTo('2026-10-22T07:29:59+07:00');
    expect(await desk.ring()).toEqual({ skipped: [] });
    expect(desk.rung).toEqual([]);
    expect(await desk.those('planned')).toContain('T-5');
  });

  it('before the moment an operator named after a restore are recorded and not rung', async () => {
    await desk.planned();
    clock.travelTo(T_2);
    expect(await desk.ring(APPRAISE, { ringFrom: '2026-10-28T00:00:00.000Z' })).toEqual({ skipped: ['T-5', 'T-2'] });
    expect((await desk.rows()).find((row) => row.rung === 'T-2')).toMatchObject({
      state: 'skipped',
      reason: 'held_back',
    });
    clock.travelTo('2026-10-29T08:00:00+07:00');
    expect(await desk.ring(APPRAISE, { ringFrom: '2026-10-28T00:00:00.000Z' })).toMatchObject({ rung: 'T-0' });
  });

  it('go on every week after the last one, and only the latest after a long absence', async () => {
    await desk.planned();
    clock.travelTo('2026-11-05T08:00:00+07:00');
    expect(await desk.ring()).toMatchObject({ rung: '+5' });
    expect(await desk.those('planned')).toEqual(expect.arrayContaining(['+10', '+15']));
    clock.travelTo('2026-11-19T08:00:00+07:00');
    expect(await desk.ring()).toMatchObject({ rung: '+15', skipped: ['+10'] });
    expect(desk.rung).toEqual(['+5', '+15']);
  });

  it('that a ladder has no more are withdrawn at the next bell, and those of other dossiers stay', async () => {
    await receiveDossier(office, 'D2');
    await desk.planned();
    const before = await office.rungs('D2');
    expect(before.map(({ rung }) => rung)).toContain('+3');
    clock.travelTo(T_2);
    const shorter = rules.ladder('default')?.filter((each) => each.rung !== 'T-0 again' && each.rung !== '+3');
    expect(await desk.ring(APPRAISE, { rules: { ...rules, ladder: () => shorter } })).toMatchObject({ rung: 'T-2' });
    expect((await desk.rows()).filter(({ state }) => state === 'cancelled')).toMatchObject([
      { rung: 'T-0 again', reason: 'not_in_plan' },
      { rung: '+3', reason: 'not_in_plan' },
    ]);
    expect(await desk.those('planned')).toEqual(['T-0', '+1', '+5', '+10', '+15', '+20']);
    expect(await office.rungs('D2')).toEqual(before);
    // And come back with it.
    expect(await desk.ring()).toEqual({ skipped: [] });
    expect(await desk.those('planned')).toEqual(expect.arrayContaining(['T-0 again', '+3']));
  });

  it('do not exist for a dossier whose rules are not loaded; that is told, and other dossiers are planned', async () => {
    await receiveDossier(office, 'D2');
    let asked = 0;
    await desk.planned({ rules: { ...rules, procedure: (pin) => (asked++ === 0 ? undefined : rules.procedure(pin)) } });
    expect(desk.problems.map(({ missing, deadline }) => [missing, deadline?.dossierId])).toEqual([['procedure', 'D1']]);
    const { rows: found } = await desk.database.query(`select from ops.rung where dossier_id = 'D2'`);
    expect(found.length).toBeGreaterThan(0);
  });

  it('move with the calendar, also where the deadline itself does not: a holiday between T-2 and the day (R50, R52)', async () => {
    const moments = async () => {
      const { rows } = await desk.database.query<{ rung: string; day: string }>(
        `select rung, to_char(ring_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM') as day from ops.rung
         where dossier_id = 'D1' and deadline_id = 'appraise-1' and state = 'planned' order by ring_at`,
      );
      return Object.fromEntries(rows.map(({ rung, day }) => [rung, day]));
    };
    await desk.planned();
    const before = await moments();
    const dueDay = before['T-0'] ?? '';
    const eve = `2026-${dueDay.slice(3)}-${String(Number(dueDay.slice(0, 2)) - 1).padStart(2, '0')}`;
    const closed = {
      ...vietnam,
      days: vietnam.days.map((year) => (year.year === 2026 ? { ...year, off: [...year.off, eve] } : year)),
    };
    const entered = {
      noticeId: 'storm',
      year: 2026,
      days: [],
      doubtful: [],
      source: 'Công điện',
      confidence: 'verified',
    };
    await office.events.append(
      'calendar-VN',
      'noStream',
      [
        {
          id: randomUUID(),
          type: 'CalendarNoticeEntered',
          schemaVersion: 1,
          effectiveAt: clock.now(),
          data: entered,
          metadata: {},
        },
      ],
      { account: 'test', commandId: randomUUID(), fingerprint: 'test' },
    );
    let refreshed = 0;
    const after = { ...rules, calendar: () => closed, refresh: async () => void refreshed++ };
    await desk.planned({ rules: after });
    expect(refreshed).toBe(1);
    const now = await moments();
    expect([now['T-0'], now['+1']]).toEqual([before['T-0'], before['+1']]);
    expect(now['T-2'] !== undefined && now['T-2'] < (before['T-2'] ?? '')).toBe(true);
  });

  it('go on where the ladder stands when the work is given to somebody else: nothing begins anew', async () => {
    await desk.planned();
    clock.travelTo(T_2);
    await desk.ring();
    expect(desk.rung).toEqual(['T-2']);
    const before = await desk.rows();
    await office.act('D1', acts.claim({ by: people.officer }));
    await desk.planned();
    expect(await desk.rows()).toEqual(before);
    await desk.ring();
    expect(desk.rung).toEqual(['T-2']);
  });

  it('tell only who holds the work when they ring: the next one after it was given away is the new holder’s', async () => {
    const people = ['account-minh', 'account-lam'].map((accountId) => ({
      accountId,
      name: accountId,
      email: `${accountId}@office.example`,
    }));
    // The section has two officers; a dossier that somebody holds is his.
    const section: Directory = {
      ...directory,
      assignees: async (role, _unitId, dossierId = '') => {
        const holder = office.holderOf(dossierId, role);
        return role !== 'officer' ? [] : people.filter(({ accountId }) => !holder || accountId === holder);
      },
    };
    const give = (accountId: string, positionId: string) =>
      office.act('D1', {
        ...acts.assign({ at: clock.now() }),
        command: { type: 'assign', data: { role: 'officer', accountId, positionId, reason: 'Chia việc' } },
      });
    const worker = office.worker(clock, { directory: section, sweepEveryMs: 3_600_000 });
    await worker.start();
    const rungFor = async (rung: string) => {
      await worker.caughtUp();
      await worker.sweepOnce();
      const told = async () => (await office.told()).filter((each) => each.rung === rung && each.dossier_id === 'D1');
      await eventually(`${rung} is told`, async () => (await told()).length > 0);
      return [...new Set((await told()).map((each) => each.account_id))];
    };
    clock.travelTo('2026-10-26T09:00:00+07:00');
    await give('account-minh', 'P-MINH');
    clock.travelTo(T_2);
    expect(await rungFor('T-2')).toEqual(['account-minh']);
    await give('account-lam', 'P-LAM');
    clock.travelTo('2026-10-29T08:00:00+07:00');
    expect(await rungFor('T-0')).toEqual(['account-lam']);
    expect((await office.told()).filter(({ account_id }) => account_id === 'account-minh')).toHaveLength(1);
  });

  it('are those of the ladder that the clock names, not of the default one', async () => {
    const named = [
      { rung: 'T-3', offset: -3, time: '09:30', to: ['assignee'], channel: ['in_app'] },
      { rung: '+2', offset: 2, time: '10:00', to: ['authority'], channel: ['email'] },
    ] as const;
    const law: typeof rules = {
      ...rules,
      procedure: (pin) => {
        const found = rules.procedure(pin);
        const appraise = found?.clocks['appraise'];
        if (!found || !appraise) return found;
        return { ...found, clocks: { ...found.clocks, appraise: { ...appraise, ladder: 'urgent' } } };
      },
      ladder: (name) => (name === 'urgent' ? named : rules.ladder(name)),
    };
    await desk.planned({ rules: law });
    expect(await desk.those('planned')).toEqual(['T-3', '+2']);
    expect(rules.ladder('default')?.map(({ rung }) => rung)).not.toContain('T-3');
    clock.travelTo('2026-10-26T09:29:59+07:00');
    expect(await desk.ring(APPRAISE, { rules: law })).toEqual({ skipped: [] });
    clock.travelTo('2026-10-26T09:30:00+07:00');
    expect(await desk.ring(APPRAISE, { rules: law })).toMatchObject({ rung: 'T-3' });
    clock.travelTo('2026-11-02T10:00:00+07:00');
    expect(await desk.ring(APPRAISE, { rules: law })).toMatchObject({ rung: '+2' });
    expect(desk.rung).toEqual(['T-3', '+2']);
  });
});
