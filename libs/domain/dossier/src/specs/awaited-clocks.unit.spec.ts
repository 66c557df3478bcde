import * as acts from '../../../../../test/support/dossier-acts.js';
import { Desk, type Move, moment } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import * as spec from '../../../../../test/support/dossier-spec.js';
import { vietnam } from '../../../../../test/support/law-files.js';

const { given, deskAfter } = spec;

const years = vietnam.days.map(({ year }) => year);

/** The calendar as it will be once the notices of 2027 are in; for the tests 2027 has no holiday but 01/01. */
const with2027 = {
  ...vietnam,
  version: 'with 2027',
  days: [
    ...vietnam.days.filter(({ year }) => year < 2027),
    {
      year: 2027,
      complete: true,
      off: ['2027-01-01'],
      worked: [],
      halfDaysOff: [],
      doubtful: [],
      reasons: [],
      source: 'test',
      confidence: 'design' as const,
    },
  ],
};

/** A desk at which the way was gone while 2027 was unknown, and at which it is known from now on. */
function deskWhenTheCalendarComes(...moves: readonly (Move | readonly Move[])[]): Desk {
  const before = deskAfter(moves);
  const after = new Desk({ calendar: with2027 });
  after.facts.push(...before.facts);
  after.state = before.state;
  after.now = before.now;
  return after;
}

const received = paths.received({ on: '2026-12-10' });

describe('a limit that runs into a year without calendar', () => {
  it('the shipped calendar ends with 2026', () => {
    expect(Math.max(...years)).toBe(2026);
  });

  it('does not refuse the receipt: the clock is there and waits, and nothing can be missed', () => {
    const receipt = given(paths.submitted({ on: '2026-12-09' })).when(acts.receive({ at: '2026-12-10' }));
    receipt.yields(
      spec.dossierReceived(),
      spec.deadlineSet({ deadlineId: 'screen-1', dueAt: moment('2026-12-17T17:00+07:00') }),
      spec.deadlineAwaited({ deadlineId: 'appraise-1', missingYear: 2027, version: 0 }),
    );
    given(received)
      .when(acts.recordMissed({ at: '2027-03-01' }))
      .refused('NOT_FOUND');
  });

  it('is set when the calendar is there: by the system', () => {
    const desk = deskWhenTheCalendarComes(received);
    expect(desk.take(acts.settleDeadlines({ at: '2026-12-20' }))).toMatchObject({
      ok: true,
      value: [
        {
          type: 'DeadlineSet',
          data: {
            deadlineId: 'appraise-1',
            // 11/12 to 31/12 are fifteen working days, then 04/01 to 08/01.
            dueAt: moment('2027-01-08T17:00+07:00'),
            calendar: { version: 'with 2027' },
            version: 1,
          },
        },
      ],
    });
    expect(desk.state?.awaited.size).toBe(0);
    expect(desk.take(acts.settleDeadlines({ at: '2026-12-20' }))).toEqual({ ok: true, value: [] });
  });

  it('is set when the calendar is there: by the next act, before what the act itself does to it', () => {
    const desk = deskWhenTheCalendarComes(received);
    const withdrawn = desk.take(acts.withdraw({ at: '2026-12-20' }));
    expect(withdrawn.ok && withdrawn.value.map(({ type }) => type)).toEqual([
      'DossierWithdrawn',
      'DeadlineSet',
      'DeadlineCancelled',
      'DeadlineCancelled',
    ]);
  });

  it('is cancelled when the act it waited for comes first: in time or late, nobody can say', () => {
    given(paths.appraised({ on: '2026-12-10' }))
      .when(acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { at: '2026-12-20' }))
      .yields(spec.dossierVoted(), spec.deadlineCancelled({ deadlineId: 'appraise-1' }));
  });

  it('stands still as others do, and its pauses count when it can be counted', () => {
    const way = [...received, acts.suspend({ at: '2026-12-14' })];
    given(received)
      .when(acts.suspend({ at: '2026-12-14' }))
      .yields(
        spec.dossierSuspended(),
        spec.deadlinePaused({ deadlineId: 'screen-1' }),
        spec.deadlineAwaited({ deadlineId: 'appraise-1', pauses: [{ from: moment('2026-12-14') }] }),
      );
    const halted = deskWhenTheCalendarComes(way);
    expect(halted.take(acts.settleDeadlines({ at: '2026-12-15' }))).toEqual({ ok: true, value: [] });
    expect(halted.take(acts.resume({ at: '2026-12-16' }))).toMatchObject({
      ok: true,
      value: [
        { type: 'DossierResumed' },
        { type: 'DeadlineResumed' },
        { type: 'DeadlineSet', data: { dueAt: moment('2027-01-12T17:00+07:00') } },
      ],
    });
  });

  it('a pause that pushes a set clock into an unknown year makes it wait, and its version goes on', () => {
    const way = [
      ...paths.received({ on: '2026-12-01' }),
      acts.appraise(['N1'], [], { at: '2026-12-02' }),
      acts.suspend({ at: '2026-12-03' }),
    ];
    given(way)
      .when(acts.resume({ at: '2026-12-28' }))
      .yields(spec.dossierResumed(), spec.deadlineAwaited({ deadlineId: 'appraise-1', version: 1, missingYear: 2027 }));
    const desk = deskWhenTheCalendarComes(way, acts.resume({ at: '2026-12-28' }));
    expect(desk.take(acts.settleDeadlines({ at: '2026-12-30' }))).toMatchObject({
      ok: true,
      value: [{ type: 'DeadlineSet', data: { version: 2 } }],
    });
  });

  it('that a supplement restarts is counted from the supplement', () => {
    const way = [
      ...paths.received({ procedure: 'CSTD_BT', on: '2026-12-10' }),
      acts.requestSupplement({ at: '2026-12-11' }),
    ];
    const desk = deskWhenTheCalendarComes(way);
    desk.take(acts.supplement({ at: '2026-12-14' }));
    expect(desk.state?.deadlines.get('appraise-1')?.terms).toMatchObject({
      startedAt: moment('2026-12-14'),
      // 15/12 to 31/12 are thirteen working days, then 04/01 to 12/01.
      dueAt: moment('2027-01-12T17:00+07:00'),
      pauses: [],
    });
  });

  it('leaves with a detached dossier', () => {
    const { state } = deskAfter([received]);
    const child = given()
      .under({ dossierId: 'D2' })
      .when(acts.openDetached({ at: '2026-12-11', ...(state ? { parent: state } : {}) }));
    expect(child.state.awaited.get('appraise-1')).toMatchObject({ missingYear: 2027 });
  });
});
