import * as acts from '../../../../../test/support/dossier-acts.js';
import { Desk, type Move, moment } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import * as spec from '../../../../../test/support/dossier-spec.js';
import { until2026, vietnam } from '../../../../../test/support/law-files.js';

const { given, deskAfter } = spec;

/** The calendar as it will be once Tết 2027 is fixed; for the tests 2027 has no holiday but 01/01. */
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

/** A desk at which the way was gone while Tết 2027 was open, and at which it is known from now on. */
function deskWhenTheCalendarComes(...moves: readonly (Move | readonly Move[])[]): Desk {
  const before = deskAfter(moves);
  const after = new Desk({ calendar: with2027 });
  after.facts.push(...before.facts);
  after.state = before.state;
  after.now = before.now;
  return after;
}

/** What of 2027 the shipped calendar waits for first. */
const tet = {
  from: '2027-01-30',
  to: '2027-02-21',
  names: { vi: 'Tết Nguyên đán Đinh Mùi 2027', en: 'Lunar New Year (Tết) 2027' },
};

const received = paths.received({ on: '2027-01-08' });

describe('a limit that runs into days whose notice is awaited', () => {
  it('does not wait when it ends before them: a December dossier is due in January', () => {
    const { state } = given(paths.received({ on: '2026-12-24' }));
    expect(state.awaited.size).toBe(0);
    expect(state.deadlines.get('appraise-1')?.terms.dueAt).toBe(moment('2027-01-22T17:00+07:00'));
  });

  it('waits for the whole year while nothing of it is known', () => {
    const receipt = given(paths.submitted({ on: '2026-12-23' }))
      .under({ calendar: until2026 })
      .when(acts.receive({ at: '2026-12-24' }));
    expect(receipt.state.awaited.get('appraise-1')).toMatchObject({ missingYear: 2027 });
    expect(receipt.state.awaited.get('appraise-1')).not.toHaveProperty('awaiting');
  });

  it('does not refuse the receipt: the clock is there and waits, and nothing can be missed', () => {
    const receipt = given(paths.submitted({ on: '2027-01-07' })).when(acts.receive({ at: '2027-01-08' }));
    receipt.yields(
      spec.dossierReceived(),
      spec.deadlineSet({ deadlineId: 'screen-1', dueAt: moment('2027-01-15T17:00+07:00') }),
      spec.deadlineAwaited({ deadlineId: 'appraise-1', missingYear: 2027, awaiting: tet, version: 0 }),
    );
    given(received)
      .when(acts.recordMissed({ at: '2027-03-01' }))
      .refused('NOT_FOUND');
  });

  it('is set when the calendar is there: by the system', () => {
    const desk = deskWhenTheCalendarComes(received);
    expect(desk.take(acts.settleDeadlines({ at: '2027-01-18' }))).toMatchObject({
      ok: true,
      value: [
        {
          type: 'DeadlineSet',
          data: {
            deadlineId: 'appraise-1',
            // 11/01 to 29/01 are fifteen working days, then 01/02 to 05/02.
            dueAt: moment('2027-02-05T17:00+07:00'),
            calendar: { version: 'with 2027' },
            version: 1,
          },
        },
      ],
    });
    expect(desk.state?.awaited.size).toBe(0);
    expect(desk.take(acts.settleDeadlines({ at: '2027-01-18' }))).toEqual({ ok: true, value: [] });
  });

  it('is set when the calendar is there: by the next act, before what the act itself does to it', () => {
    const desk = deskWhenTheCalendarComes(received);
    const withdrawn = desk.take(acts.withdraw({ at: '2027-01-18' }));
    expect(withdrawn.ok && withdrawn.value.map(({ type }) => type)).toEqual([
      'DossierWithdrawn',
      'DeadlineSet',
      'DeadlineCancelled',
      'DeadlineCancelled',
    ]);
  });

  it('is cancelled when the act it waited for comes first: in time or late, nobody can say', () => {
    given(paths.appraised({ on: '2027-01-08' }))
      .when(acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { at: '2027-01-18' }))
      .yields(spec.dossierVoted(), spec.deadlineCancelled({ deadlineId: 'appraise-1' }));
  });

  it('stands still as others do, and its pauses count when it can be counted', () => {
    const way = [...received, acts.suspend({ at: '2027-01-12' })];
    given(received)
      .when(acts.suspend({ at: '2027-01-12' }))
      .yields(
        spec.dossierSuspended(),
        spec.deadlinePaused({ deadlineId: 'screen-1' }),
        spec.deadlineAwaited({ deadlineId: 'appraise-1', pauses: [{ from: moment('2027-01-12') }] }),
      );
    const halted = deskWhenTheCalendarComes(way);
    expect(halted.take(acts.settleDeadlines({ at: '2027-01-13' }))).toEqual({ ok: true, value: [] });
    expect(halted.take(acts.resume({ at: '2027-01-14' }))).toMatchObject({
      ok: true,
      value: [
        { type: 'DossierResumed' },
        { type: 'DeadlineResumed' },
        { type: 'DeadlineSet', data: { dueAt: moment('2027-02-09T17:00+07:00') } },
      ],
    });
  });

  it('a pause that pushes a set clock into an unknown year makes it wait, and its version goes on', () => {
    const way = [
      ...paths.received({ on: '2026-12-30' }),
      acts.appraise(['N1'], [], { at: '2026-12-31' }),
      acts.suspend({ at: '2027-01-04' }),
    ];
    given(way)
      .when(acts.resume({ at: '2027-01-27' }))
      .yields(spec.dossierResumed(), spec.deadlineAwaited({ deadlineId: 'appraise-1', version: 1, missingYear: 2027 }));
    const desk = deskWhenTheCalendarComes(way, acts.resume({ at: '2027-01-27' }));
    expect(desk.take(acts.settleDeadlines({ at: '2027-01-28' }))).toMatchObject({
      ok: true,
      value: [{ type: 'DeadlineSet', data: { version: 2 } }],
    });
  });

  it('that a supplement restarts is counted from the supplement', () => {
    const way = [
      ...paths.received({ procedure: 'CSTD_BT', on: '2027-01-08' }),
      acts.requestSupplement({ at: '2027-01-11' }),
    ];
    const desk = deskWhenTheCalendarComes(way);
    desk.take(acts.supplement({ at: '2027-01-12' }));
    expect(desk.state?.deadlines.get('appraise-1')?.terms).toMatchObject({
      startedAt: moment('2027-01-12'),
      // 13/01 to 29/01 are thirteen working days, then 01/02 to 09/02.
      dueAt: moment('2027-02-09T17:00+07:00'),
      pauses: [],
    });
  });

  it('leaves with a detached dossier', () => {
    const { state } = deskAfter([received]);
    const child = given()
      .under({ dossierId: 'D2' })
      .when(acts.openDetached({ at: '2027-01-11', ...(state ? { parent: state } : {}) }));
    expect(child.state.awaited.get('appraise-1')).toMatchObject({ missingYear: 2027, awaiting: tet });
  });
});
