import { randomUUID } from 'node:crypto';
import { fail, ok } from '#libs/domain/kernel';
import {
  type DeadlineProblem,
  DeadlineSweep,
  type MissedDeadline,
  type MissedDeadlineSink,
  ReminderPlanner,
  ringDeadlines,
  type RingOptions,
  type RingingSink,
} from '#libs/engine/deadlines';
import { openQueues, type Queues } from '#libs/engine/queue';
import { type Database, openDatabase } from '#libs/platform/postgres';
import { eventually } from '#libs/platform/testing';
import * as acts from '../support/dossier-acts.js';
import { people } from '../support/dossier-desk.js';
import { vietnam } from '../support/law-files.js';
import { ReminderOffice, rules, SetClock } from './reminder-office.js';
import { receiveDossier, T_2 } from './receive-dossier.js';

const APPRAISE = { dossierId: 'D1', deadlineId: 'appraise-1', version: 1 };

describe('the rungs of a deadline', () => {
  let office: ReminderOffice;
  let database: Database;
  let queues: Queues;
  let clock: SetClock;
  let rung: string[];
  let problems: DeadlineProblem[];

  beforeEach(async () => {
    office = await ReminderOffice.open((databaseUrl) => ({ kind: 'postgres', databaseUrl }), 'smtp://127.0.0.1:1');
    const { databaseUrl } = office.settings;
    database = openDatabase({ url: databaseUrl, applicationName: 'test', role: 'vinhdanh_app', max: 3 });
    queues = openQueues(office.settings.queue);
    clock = new SetClock('2026-10-05T09:00:00+07:00');
    rung = [];
    problems = [];
    await receiveDossier(office, 'D1');
  });
  afterEach(async () => {
    await queues.close();
    await database.close();
    await office.close();
  });

  const onProblem = (problem: DeadlineProblem) => void problems.push(problem);
  const planned = async (more: Partial<{ rules: typeof rules }> = {}): Promise<void> => {
    const planner = new ReminderPlanner({ database, events: office.events, rules, clock, onProblem, ...more });
    await planner.start();
    await planner.caughtUp();
    await planner.stop();
  };
  const ring = async (key = APPRAISE, more: Partial<RingOptions> = {}) => {
    const sink: RingingSink = {
      prepare: async () => async (_connection, ringings) => {
        rung.push(...ringings.map((ringing) => ringing.rung.rung));
        return ringings.map(() => 1);
      },
    };
    const [outcome] = await ringDeadlines({ database, events: office.events, rules, clock, onProblem, sink, ...more }, [
      key,
    ]);
    return outcome;
  };
  const rows = async (deadlineId = 'appraise-1') => {
    const { rows } = await database.query<{ version: number; rung: string; state: string; reason: string | null }>(
      `select version, rung, state, reason from ops.rung where dossier_id = 'D1' and deadline_id = $1
       order by version, ring_at`,
      [deadlineId],
    );
    return rows;
  };
  const those = async (state: string) => (await rows()).filter((row) => row.state === state).map((row) => row.rung);
  const sweep = (missed: MissedDeadlineSink) =>
    new DeadlineSweep({ database, clock, bells: queues.queue('bells'), missed, onProblem, ring: async () => 0 });

  it('are planned when its clock starts, and closed with it', async () => {
    await planned();
    expect(await those('planned')).toEqual(['T-5', 'T-2', 'T-0', 'T-0 again', '+1', '+3', '+5']);
    await office.act('D1', acts.withdraw({ at: '2026-10-06' }));
    await planned();
    expect(new Set((await rows()).map(({ reason }) => reason))).toEqual(new Set(['deadline_closed']));
  });

  it('lapse while the clock stands still, and are planned anew when it goes on', async () => {
    await planned();
    await office.act('D1', acts.requestSupplement({ at: '2026-10-06' }));
    await planned();
    expect(new Set((await rows()).map(({ reason }) => reason))).toEqual(new Set(['deadline_paused']));
    await office.act('D1', acts.supplement({ at: '2026-10-09' }));
    await planned();
    const all = await rows();
    expect(all.filter(({ version }) => version === 1).every(({ state }) => state === 'cancelled')).toBe(true);
    expect(all.filter(({ version }) => version === 2).every(({ state }) => state === 'planned')).toBe(true);
    expect(all.filter(({ version }) => version === 2)).toHaveLength(7);
  });

  it('are not rung twice when the planner reads the whole log again', async () => {
    await planned();
    clock.travelTo(T_2);
    expect(await ring()).toMatchObject({ rung: 'T-2', skipped: ['T-5'] });
    await office.database.query(`update ops.reminder_planner set position = 'start'`);
    await planned();
    expect(await ring()).toEqual({ skipped: [] });
    expect(await those('rung')).toEqual(['T-2']);
    expect(rung).toEqual(['T-2']);
  });

  it('are rung once when many bells ring at the same moment', async () => {
    await planned();
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
    const outcomes = await Promise.all([1, 2, 3].map(() => ring(APPRAISE, { sink })));
    expect(outcomes.filter((outcome) => outcome?.rung === 'T-2')).toHaveLength(1);
    expect(written).toBe(1);
  });

  it('are left as they are by a planner that looked earlier than another', async () => {
    await planned();
    await office.database.query(`update ops.deadline set state = 'paused', revision = 1000`);
    await office.database.query(`update ops.rung set state = 'cancelled', reason = 'deadline_paused'`);
    await office.database.query(`update ops.reminder_planner set position = 'start'`);
    await planned();
    expect(await those('planned')).toEqual([]);
  });

  it('are skipped with the reason when the dossier was withdrawn and nobody has replanned yet', async () => {
    await planned();
    await office.act('D1', acts.withdraw({ at: '2026-10-26' }));
    clock.travelTo(T_2);
    expect(await ring()).toEqual({ skipped: ['T-5', 'T-2'], silence: 'deadline_closed' });
    expect((await rows()).filter(({ state }) => state === 'skipped')).toMatchObject([
      { rung: 'T-5', reason: 'deadline_closed' },
      { rung: 'T-2', reason: 'deadline_closed' },
    ]);
    expect(rung).toEqual([]);
  });

  it('are silent while the clock stands still, and for a due moment that has moved', async () => {
    await planned();
    await office.act('D1', acts.suspend({ at: '2026-10-20' }));
    clock.travelTo(T_2);
    expect(await ring()).toMatchObject({ silence: 'deadline_paused' });
    await office.act('D1', acts.resume({ at: '2026-10-26' }));
    expect(await ring()).toMatchObject({ silence: 'deadline_moved' });
    expect(rung).toEqual([]);
  });

  it('are silent about a dossier that is suspended after its limit was missed', async () => {
    await planned();
    const at = '2026-10-30T00:01:00+07:00';
    await office.act('D1', acts.recordMissed({ at }), acts.suspend({ at: '2026-10-30T07:00:00+07:00' }));
    clock.travelTo('2026-10-30T08:00:00+07:00');
    expect(await ring()).toMatchObject({ silence: 'dossier_suspended' });
  });

  it('do not ring before their time, and the earlier bell does no harm', async () => {
    await planned();
    clock.travelTo('2026-10-22T07:29:59+07:00');
    expect(await ring()).toEqual({ skipped: [] });
    expect(rung).toEqual([]);
    expect(await those('planned')).toContain('T-5');
  });

  it('before the moment an operator named after a restore are recorded and not rung', async () => {
    await planned();
    clock.travelTo(T_2);
    expect(await ring(APPRAISE, { ringFrom: '2026-10-28T00:00:00.000Z' })).toEqual({ skipped: ['T-5', 'T-2'] });
    expect((await rows()).find((row) => row.rung === 'T-2')).toMatchObject({ state: 'skipped', reason: 'held_back' });
    clock.travelTo('2026-10-29T08:00:00+07:00');
    expect(await ring(APPRAISE, { ringFrom: '2026-10-28T00:00:00.000Z' })).toMatchObject({ rung: 'T-0' });
  });

  it('go on every week after the last one, and only the latest after a long absence', async () => {
    await planned();
    clock.travelTo('2026-11-05T08:00:00+07:00');
    expect(await ring()).toMatchObject({ rung: '+5' });
    expect(await those('planned')).toEqual(expect.arrayContaining(['+10', '+15']));
    clock.travelTo('2026-11-19T08:00:00+07:00');
    expect(await ring()).toMatchObject({ rung: '+15', skipped: ['+10'] });
    expect(rung).toEqual(['+5', '+15']);
  });

  it('that a ladder has no more are withdrawn at the next bell, and those of other dossiers stay', async () => {
    await receiveDossier(office, 'D2');
    await planned();
    const before = await office.rungs('D2');
    expect(before.map(({ rung }) => rung)).toContain('+3');
    clock.travelTo(T_2);
    const shorter = rules.ladder('default')?.filter((each) => each.rung !== 'T-0 again' && each.rung !== '+3');
    expect(await ring(APPRAISE, { rules: { ...rules, ladder: () => shorter } })).toMatchObject({ rung: 'T-2' });
    expect((await rows()).filter(({ state }) => state === 'cancelled')).toMatchObject([
      { rung: 'T-0 again', reason: 'not_in_plan' },
      { rung: '+3', reason: 'not_in_plan' },
    ]);
    expect(await those('planned')).toEqual(['T-0', '+1', '+5', '+10', '+15', '+20']);
    expect(await office.rungs('D2')).toEqual(before);
    // And come back with it.
    expect(await ring()).toEqual({ skipped: [] });
    expect(await those('planned')).toEqual(expect.arrayContaining(['T-0 again', '+3']));
  });

  it('do not exist for a dossier whose rules are not loaded; that is told, and other dossiers are planned', async () => {
    await receiveDossier(office, 'D2');
    let asked = 0;
    await planned({ rules: { ...rules, procedure: (pin) => (asked++ === 0 ? undefined : rules.procedure(pin)) } });
    expect(problems.map(({ missing, deadline }) => [missing, deadline?.dossierId])).toEqual([['procedure', 'D1']]);
    const { rows: found } = await database.query(`select from ops.rung where dossier_id = 'D2'`);
    expect(found.length).toBeGreaterThan(0);
  });

  describe('and its due moment', () => {
    const due = '2026-10-29T17:00:00.000+07:00';

    it('is asked to be recorded as missed, by every sweep under the same command id, until it is', async () => {
      await planned();
      const asked: MissedDeadline[] = [];
      const sink = { recordMissed: async (missed: MissedDeadline) => ok(asked.push(missed)) };
      clock.travelTo('2026-10-29T16:59:59+07:00');
      expect(await sweep(sink).sweepOnce()).toMatchObject({ missed: 0 });
      clock.travelTo(due);
      await sweep(sink).sweepOnce();
      await sweep(sink).sweepOnce();
      expect(asked).toHaveLength(2);
      expect(asked[0]).toMatchObject({ ...APPRAISE, dueAt: '2026-10-29T10:00:00.000Z' });
      expect(new Set(asked.map(({ commandId }) => commandId)).size).toBe(1);
      await office.act('D1', acts.recordMissed({ at: due, by: people.system }));
      await planned();
      expect(await sweep(sink).sweepOnce()).toMatchObject({ missed: 0 });
    });

    it('does not keep the others waiting when one of them is refused or fails', async () => {
      for (const dossierId of ['D2', 'D3']) await receiveDossier(office, dossierId);
      await planned();
      clock.travelTo(due);
      const asked: string[] = [];
      await sweep({
        recordMissed: async ({ dossierId }) => {
          asked.push(dossierId);
          if (dossierId === 'D1') throw new Error('the store is away');
          return dossierId === 'D2' ? fail({ code: 'DEADLINE_NOT_OPEN' }) : ok(undefined);
        },
      }).sweepOnce();
      expect(asked.sort()).toEqual(['D1', 'D2', 'D3']);
      expect(problems.map(({ during, deadline }) => `${during} ${deadline?.dossierId}`).sort()).toEqual([
        'record-missed D1',
        'record-missed D2',
      ]);
    });
  });

  it('hang in the queue as one bell for all of a moment, from a day before, and come back where the queue forgot it', async () => {
    await receiveDossier(office, 'D2');
    await planned();
    const sink = { recordMissed: async () => ok(undefined) };
    const bells = queues.queue('bells');
    clock.travelTo('2026-10-21T12:00:00+07:00');
    expect(await sweep(sink).sweepOnce()).toMatchObject({ armed: 1, rung: 0 });
    expect(await sweep(sink).sweepOnce()).toMatchObject({ armed: 1, rung: 0 });
    await eventually('one job hangs', async () => (await bells.counts()).delayed === 1);
    await office.database.query('truncate bullmq.job cascade');
    expect((await bells.counts()).delayed).toBe(0);
    await sweep(sink).sweepOnce();
    await eventually('one job hangs again', async () => (await bells.counts()).delayed === 1);
  });

  it('move with the calendar, also where the deadline itself does not: a holiday between T-2 and the day (R50, R52)', async () => {
    const moments = async () => {
      const { rows } = await database.query<{ rung: string; day: string }>(
        `select rung, to_char(ring_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM') as day from ops.rung
         where dossier_id = 'D1' and deadline_id = 'appraise-1' and state = 'planned' order by ring_at`,
      );
      return Object.fromEntries(rows.map(({ rung, day }) => [rung, day]));
    };
    await planned();
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
    await planned({ rules: after });
    expect(refreshed).toBe(1);
    const now = await moments();
    expect([now['T-0'], now['+1']]).toEqual([before['T-0'], before['+1']]);
    expect(now['T-2'] !== undefined && now['T-2'] < (before['T-2'] ?? '')).toBe(true);
  });

  it('go on where the ladder stands when the work is given to somebody else: nothing begins anew, the next rung is his', async () => {
    await planned();
    clock.travelTo(T_2);
    await ring();
    expect(rung).toEqual(['T-2']);
    const before = await rows();
    await office.act('D1', acts.claim({ by: people.officer }));
    await planned();
    expect(await rows()).toEqual(before);
    await ring();
    expect(rung).toEqual(['T-2']);
  });
});
