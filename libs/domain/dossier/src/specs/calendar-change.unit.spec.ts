import type { TimeLimit, WorkingCalendar } from '#libs/domain/calendar';
import { type DossierFact, evolveDossier } from '#libs/domain/dossier';
import { toInstant } from '#libs/domain/kernel';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { Desk, moment, people } from '../../../../../test/support/dossier-desk.js';
import { allProcedures } from '../../../../../test/support/procedures.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';
import { vietnam } from '../../../../../test/support/law-files.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';

interface Change {
  readonly start: string;
  readonly limit: TimeLimit;
  readonly calendarChange: {
    readonly enteredAt: string;
    readonly off: readonly string[];
    readonly worked: readonly string[];
  };
  readonly deadlineState: 'open' | 'met';
}

interface Moved {
  readonly dueBefore: string;
  readonly due: string;
  readonly moved: boolean;
}

const instant = (text: string) => toInstant(text) ?? '';

/** The calendar with days added to 2026, as a notice would. */
const amended = (off: readonly string[], worked: readonly string[] = []): WorkingCalendar => ({
  ...vietnam,
  version: 'amended',
  days: vietnam.days.map((year) =>
    year.year === 2026 ? { ...year, off: [...year.off, ...off], worked: [...year.worked, ...worked] } : year,
  ),
});

/** A desk whose dossier has one clock, set as these facts say. */
function deskWith(...facts: readonly DossierFact[]): Desk {
  const desk = deskAfter([paths.received({ on: '2026-06-01' })]);
  const before = desk.state;
  if (!before) throw new Error('The dossier does not exist.');
  let state: typeof desk.state = { ...before, deadlines: new Map() };
  for (const fact of facts) {
    const at = {
      revision: (state?.revision ?? 0) + 1,
      recordedAt: desk.now,
      effectiveAt: desk.now,
      actor: people.system,
    };
    state = evolveDossier(state, { ...fact, ...at });
  }
  desk.state = state;
  return desk;
}

const clockSet = (startedAt: string, limit: TimeLimit, dueAt: string): DossierFact => ({
  type: 'DeadlineSet',
  data: {
    deadlineId: 'appraise-1',
    clock: 'appraise',
    responsible: 'officer',
    startedAt,
    limit,
    dueAt,
    calendar: { id: vietnam.id, version: vietnam.version },
    version: 1,
    pauses: [],
    source: 'QĐ 638/QĐ-BNV',
    confidence: 'verified',
  },
});

/** The same desk when the calendar is another one. */
function under(calendar: WorkingCalendar, desk: Desk): Desk {
  const next = new Desk({ calendar });
  next.facts.push(...desk.facts);
  next.state = desk.state;
  next.now = desk.now;
  return next;
}

describe('R50: a change of the calendar', () => {
  it.each(casesOf<Change, Moved>('R50'))('$id $title', ({ data, then }) => {
    const { value } = then;
    const { enteredAt, off, worked } = data.calendarChange;
    const set = clockSet(instant(data.start), data.limit, instant(value?.dueBefore ?? ''));
    const met: DossierFact = {
      type: 'DeadlineMet',
      data: { deadlineId: 'appraise-1', metAt: instant(enteredAt), late: false },
    };
    const desk = under(amended(off, worked), deskWith(set, ...(data.deadlineState === 'met' ? [met] : [])));

    const answer = desk.take(acts.settleDeadlines({ at: enteredAt }));
    const expected = value?.moved
      ? [
          {
            type: 'DeadlineMoved',
            data: {
              deadlineId: 'appraise-1',
              from: instant(value.dueBefore),
              dueAt: instant(value.due),
              calendar: { id: 'VN', version: 'amended' },
              version: 2,
            },
          },
        ]
      : [];
    expect(answer).toEqual({ ok: true, value: expected });
    expect(desk.state?.deadlines.get('appraise-1')?.terms.dueAt).toBe(instant(value?.due ?? ''));
    // Told twice, it happens once.
    expect(desk.take(acts.settleDeadlines({ at: enteredAt }))).toEqual({ ok: true, value: [] });
  });

  const start = moment('2026-09-21T09:00+07:00');
  const limit = { value: 10, unit: 'working_day', firstDayCounted: false } as const;
  const due = moment('2026-10-05T17:00+07:00');
  const storm = amended(['2026-09-30']);

  it('leaves a missed deadline missed', () => {
    const missed: DossierFact = { type: 'DeadlineMissed', data: { deadlineId: 'appraise-1', dueAt: due } };
    const desk = under(storm, deskWith(clockSet(start, limit, due), missed));
    expect(desk.take(acts.settleDeadlines({ at: '2026-10-07' }))).toEqual({ ok: true, value: [] });
  });

  it('does not save one that had run out before nobody had recorded it', () => {
    const desk = under(storm, deskWith(clockSet(start, limit, due)));
    expect(desk.take(acts.settleDeadlines({ at: '2026-10-05T17:01+07:00' }))).toEqual({ ok: true, value: [] });
    expect(desk.take(acts.settleDeadlines({ at: '2026-10-05T17:00+07:00' }))).toMatchObject({
      value: [{ type: 'DeadlineMoved' }],
    });
  });

  it('moves no deadline to a moment that had passed when it was made', () => {
    const worked = amended([], ['2026-09-26', '2026-09-27', '2026-10-03', '2026-10-04']);
    const desk = under(worked, deskWith(clockSet(start, limit, due)));
    // Counted anew it would have ended on 01/10.
    expect(desk.take(acts.settleDeadlines({ at: '2026-10-02T09:00+07:00' }))).toEqual({ ok: true, value: [] });
    expect(desk.take(acts.settleDeadlines({ at: '2026-09-28T09:00+07:00' }))).toMatchObject({
      value: [{ data: { dueAt: moment('2026-10-01T17:00+07:00') } }],
    });
  });

  it('leaves a clock that stands still for when it goes on, and a day that an officer set where it is', () => {
    const desk = deskAfter([
      paths.received({ on: '2026-09-21' }),
      acts.requestSupplement({ at: '2026-09-22', answerBy: '2026-10-09' }),
    ]);
    expect(under(storm, desk).take(acts.settleDeadlines({ at: '2026-09-25' }))).toEqual({ ok: true, value: [] });
    const after = under(storm, desk);
    after.take(acts.supplement({ at: '2026-09-28' }));
    expect(after.state?.deadlines.get('appraise-1')?.terms.calendar.version).toBe('amended');
  });

  it('keeps a moment that cannot be counted any more', () => {
    const open = {
      ...vietnam,
      days: vietnam.days.map((year) => (year.year === 2026 ? { ...year, complete: false } : year)),
    };
    const desk = under(open, deskWith(clockSet(start, limit, due)));
    expect(desk.take(acts.settleDeadlines({ at: '2026-09-25' }))).toEqual({ ok: true, value: [] });
  });

  it('is the system’s to make', () => {
    const desk = under(storm, deskWith(clockSet(start, limit, due)));
    expect(desk.take(acts.settleDeadlines({ at: '2026-09-25', by: people.officer }))).toMatchObject({
      error: { code: 'POSITION_NOT_ALLOWED' },
    });
  });
});

describe('more time for a deadline', () => {
  const received = paths.received({ on: '2026-08-21' });
  const extend = acts.extendDeadline;

  it('is given by the authority, in writing and with a reason, in the units of the limit', () => {
    const desk = deskAfter([received]);
    const terms = desk.state?.deadlines.get('appraise-1')?.terms;
    expect(desk.take(extend({ at: '2026-08-24' }))).toMatchObject({
      ok: true,
      value: [{ type: 'DeadlineExtended', data: { units: 5, unit: 'working_day', from: terms?.dueAt, version: 2 } }],
    });
    const after = desk.state?.deadlines.get('appraise-1')?.terms;
    expect(after?.limit?.value).toBe((terms?.limit?.value ?? 0) + 5);
    expect(after && terms && after.dueAt > terms.dueAt).toBe(true);
    expect(after?.extensions).toMatchObject([{ units: 5, letter: { number: '21/UBND' } }]);
  });

  it('is counted with every later pause and change of the calendar', () => {
    const desk = deskAfter([received, extend({ at: '2026-08-24' })]);
    const moved = under(amended(['2026-08-26']), desk);
    expect(moved.take(acts.settleDeadlines({ at: '2026-08-25' }))).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ type: 'DeadlineMoved' })]) as unknown,
    });
  });

  it('is nobody else’s to give, and none is given to what stands still, is over, or was a day that an officer set', () => {
    const refused = (desk: Desk, move: ReturnType<typeof extend>, code: string) =>
      expect(desk.take(move)).toMatchObject({ ok: false, error: { code } });
    refused(deskAfter([received]), extend({ at: '2026-08-24', by: people.officer }), 'POSITION_NOT_ALLOWED');
    refused(deskAfter([received]), extend({ at: '2026-08-24', deadlineId: 'appraise-9' }), 'NOT_FOUND');
    const asked = [received, acts.requestSupplement({ at: '2026-08-24', answerBy: '2026-09-10' })];
    refused(deskAfter(asked), extend({ at: '2026-08-25' }), 'NO_DEADLINE_TO_EXTEND');
    refused(deskAfter(asked), extend({ at: '2026-08-25', deadlineId: 'supplement-1' }), 'NO_DEADLINE_TO_EXTEND');
    refused(deskAfter([received]), extend({ at: '2026-12-15' }), 'NO_DEADLINE_TO_EXTEND');
    const screened = [received, acts.appraise(['N1'], [], { at: '2026-08-24' })];
    refused(deskAfter(screened), extend({ at: '2026-08-25', deadlineId: 'screen-1' }), 'DEADLINE_NOT_OPEN');
    const tomorrow = { number: '21/UBND', date: '2026-08-25' };
    refused(deskAfter([received]), extend({ at: '2026-08-24', letter: tomorrow }), 'DATE_IN_FUTURE');
  });

  it('is not for the day that an officer set, while another clock runs on beside it', () => {
    const merit = allProcedures.find(({ code }) => code === 'BK_TINH');
    const appraise = merit?.clocks['appraise'];
    if (!merit || !appraise) throw new Error('The certificate of merit has an appraisal.');
    const runsOn = {
      ...merit,
      clocks: { ...merit.clocks, appraise: { ...appraise, onSupplement: 'run_on' as const } },
    };
    const procedures = [...allProcedures.filter(({ code }) => code !== 'BK_TINH'), runsOn];
    const asked = [received, acts.requestSupplement({ at: '2026-08-24', answerBy: '2026-09-10' })];
    const desk = deskAfter(asked, { procedures });
    expect(desk.take(extend({ at: '2026-08-25', deadlineId: 'supplement-1' }))).toMatchObject({
      ok: false,
      error: { code: 'DEADLINE_NOT_COUNTED' },
    });
    expect(desk.take(extend({ at: '2026-08-25' })).ok).toBe(true);
  });
});
