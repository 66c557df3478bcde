import { fail, ok } from '#libs/domain/kernel';
import type { MissedDeadline } from '#libs/engine/deadlines';
import { eventually } from '#libs/platform/testing';
import * as acts from '../support/dossier-acts.js';
import { people } from '../support/dossier-desk.js';
import { APPRAISE, PlanningDesk } from './planning-desk.js';
import { receiveDossier } from './receive-dossier.js';
import type { ReminderOffice, SetClock } from './reminder-office.js';

describe('what the sweep finds', () => {
  let desk: PlanningDesk;
  let office: ReminderOffice;
  let clock: SetClock;
  beforeEach(async () => {
    desk = await PlanningDesk.open();
    ({ office, clock } = desk);
  });
  afterEach(() => desk.close());

  const due = '2026-10-29T17:00:00.000+07:00';

  it('past its due moment is asked to be recorded as missed, by every sweep under the same command id, until it is', async () => {
    await desk.planned();
    const asked: MissedDeadline[] = [];
    const sink = { recordMissed: async (missed: MissedDeadline) => ok(asked.push(missed)) };
    clock.travelTo('2026-10-29T16:59:59+07:00');
    expect(await desk.sweep(sink).sweepOnce()).toMatchObject({ missed: 0 });
    clock.travelTo(due);
    await desk.sweep(sink).sweepOnce();
    await desk.sweep(sink).sweepOnce();
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatchObject({ ...APPRAISE, dueAt: '2026-10-29T10:00:00.000Z' });
    expect(new Set(asked.map(({ commandId }) => commandId)).size).toBe(1);
    await office.act('D1', acts.recordMissed({ at: due, by: people.system }));
    await desk.planned();
    expect(await desk.sweep(sink).sweepOnce()).toMatchObject({ missed: 0 });
  });

  it('past its due moment does not keep the others waiting when one of them is refused or fails', async () => {
    for (const dossierId of ['D2', 'D3']) await receiveDossier(office, dossierId);
    await desk.planned();
    clock.travelTo(due);
    const asked: string[] = [];
    await desk
      .sweep({
        recordMissed: async ({ dossierId }) => {
          asked.push(dossierId);
          if (dossierId === 'D1') throw new Error('the store is away');
          return dossierId === 'D2' ? fail({ code: 'DEADLINE_NOT_OPEN' }) : ok(undefined);
        },
      })
      .sweepOnce();
    expect(asked.sort()).toEqual(['D1', 'D2', 'D3']);
    expect(desk.problems.map(({ during, deadline }) => `${during} ${deadline?.dossierId}`).sort()).toEqual([
      'record-missed D1',
      'record-missed D2',
    ]);
  });

  it('to ring hangs in the queue as one bell for all of a moment, from a day before, and comes back where the queue forgot it', async () => {
    await receiveDossier(office, 'D2');
    await desk.planned();
    const sink = { recordMissed: async () => ok(undefined) };
    const bells = desk.queues.queue('bells');
    clock.travelTo('2026-10-21T12:00:00+07:00');
    expect(await desk.sweep(sink).sweepOnce()).toMatchObject({ armed: 1, rung: 0 });
    expect(await desk.sweep(sink).sweepOnce()).toMatchObject({ armed: 1, rung: 0 });
    await eventually('one job hangs', async () => (await bells.counts()).delayed === 1);
    await office.database.query('truncate bullmq.job cascade');
    expect((await bells.counts()).delayed).toBe(0);
    await desk.sweep(sink).sweepOnce();
    await eventually('one job hangs again', async () => (await bells.counts()).delayed === 1);
  });
});
