import { type Actor, type Decision, type ErrorCode, type Role, valueOf } from '#libs/domain/kernel';
import { vietnam } from '../../../../../test/support/law-files.js';
import { computeDue } from '../compute-due.js';
import type { WorkingCalendar } from '../working-calendar.js';
import { missingYears, viewCalendar } from './calendar.view.js';
import type { CalendarCommand } from './calendar.commands.js';
import { calendarDecider } from './calendar.decider.js';
import type { CalendarFact } from './calendar.events.js';
import { type CalendarState, type MaybeCalendar, workingCalendarOf } from './calendar.state.js';
import { commandsToEnter } from './from-law.js';

const now = '2026-11-20T02:00:00.000Z';
const as = (role: Role): Actor => ({ id: 'acc', positionId: 'pos', unitId: 'ubnd-tinh', roles: [role] });
const operator = as('operator');

/** A calendar's stream, without a store. */
class Stream {
  state: MaybeCalendar;
  readonly facts: CalendarFact[] = [];

  constructor(...commands: readonly CalendarCommand[]) {
    for (const command of commands) valueOf(this.take(command, as('system')));
  }

  take(command: CalendarCommand, actor: Actor = operator): Decision<readonly CalendarFact[]> {
    const decided = calendarDecider.decide(command, this.state, { calendarId: 'VN', actor, now });
    if (!decided.ok) return decided;
    for (const fact of decided.value) {
      const context = { revision: this.facts.length, recordedAt: now, effectiveAt: now, actor };
      this.state = calendarDecider.evolve(this.state, { ...fact, ...context });
      this.facts.push(fact);
    }
    return decided;
  }

  get calendar() {
    return workingCalendarOf(this.state as CalendarState);
  }
}

const entered = () => new Stream(...commandsToEnter(vietnam));
const notice = (noticeId: string, ...days: [date: string, effect: 'off' | 'worked' | 'am_off' | 'pm_off'][]) =>
  ({
    type: 'enter-notice',
    data: {
      noticeId,
      year: Number(days[0]?.[0].slice(0, 4) ?? 2027),
      days: days.map(([date, effect]) => ({ date, effect, kind: 'decision' as const })),
      doubtful: [],
      source: 'Công điện',
      confidence: 'verified' as const,
      completesYear: false,
    },
  }) satisfies CalendarCommand;
const dueOf = (calendar: WorkingCalendar, day: string) =>
  computeDue(calendar, `${day}T02:00:00.000Z`, { value: 20, unit: 'working_day', firstDayCounted: false });
/** What of 2027 the law's file leaves open first, as a refusal names it. */
const tet = { year: 2027, from: '2027-01-30', to: '2027-02-21' };
const refused = (code: ErrorCode, params?: object) => ({ ok: false, error: { code, ...(params ? { params } : {}) } });

describe('the calendar of the law, entered', () => {
  it('counts every limit as the file does', () => {
    const { calendar } = entered();
    for (const year of vietnam.days) {
      const same = calendar.days.find((each) => each.year === year.year);
      expect([same?.complete, same?.off.toSorted(), same?.worked.toSorted(), same?.halfDaysOff]).toEqual([
        year.complete,
        year.off.toSorted(),
        year.worked.toSorted(),
        year.halfDaysOff,
      ]);
      expect(same?.awaiting).toEqual(year.awaiting);
      expect(same?.doubtful).toEqual(year.doubtful);
    }
    expect({ ...calendar, version: '', days: [] }).toEqual({ ...vietnam, version: '', days: [] });
  });

  it('keeps names, source and confidence of each day', () => {
    const day = (date: string) =>
      entered()
        .calendar.days.flatMap(({ reasons }) => reasons)
        .find(({ dates }) => dates.includes(date));
    expect(day('2026-02-16')).toMatchObject({
      kind: 'holiday',
      names: { vi: 'Tết Nguyên đán' },
      confidence: 'verified',
    });
    expect(day('2026-11-24')?.source).toBe('Nghị quyết 28/2026/QH16');
  });

  it('leaves Tết 2027 open until somebody enters it, and nothing else of January', () => {
    const { calendar } = entered();
    expect(dueOf(calendar, '2026-12-24')).toMatchObject({ value: { dueAt: '2027-01-22T10:00:00.000Z' } });
    expect(dueOf(calendar, '2027-01-04')).toMatchObject(refused('CALENDAR_DAYS_AWAITED', tet));
  });
});

describe('a notice', () => {
  it('makes a new version in which its days count, and the old version stays what it was', () => {
    const stream = entered();
    const before = stream.calendar;
    stream.take(notice('bao', ['2026-09-30', 'off'], ['2026-10-03', 'worked'], ['2026-10-01', 'pm_off']));
    const { calendar } = stream;
    expect(Number(calendar.version)).toBe(Number(before.version) + 1);
    const year = calendar.days.find(({ year }) => year === 2026);
    expect([year?.off.includes('2026-09-30'), year?.worked.includes('2026-10-03')]).toEqual([true, true]);
    expect(year?.halfDaysOff).toEqual([{ date: '2026-10-01', part: 'pm' }]);
    expect(before.days.find(({ year }) => year === 2026)?.off).not.toContain('2026-09-30');
  });

  it('may complete its year, which can then be counted through', () => {
    const stream = entered();
    const tet = notice('tet', ['2027-02-05', 'off'], ['2027-02-08', 'off']);
    expect(stream.take({ ...tet, data: { ...tet.data, completesYear: true } })).toMatchObject({
      value: [{ type: 'CalendarNoticeEntered' }, { type: 'CalendarYearCompleted', data: { year: 2027 } }],
    });
    expect(stream.calendar.days.at(-1)).toMatchObject({ year: 2027, complete: true });
  });

  it('may answer one of the things that are awaited, and be withdrawn again', () => {
    const stream = entered();
    const open = () => stream.calendar.days.at(-1)?.awaiting?.map(({ from }) => from);
    expect(open()).toEqual(['2027-01-30', '2027-08-21']);
    const left = stream.calendar.days.at(-1)?.awaiting?.slice(1) ?? [];
    const answer = notice('tet', ['2027-02-05', 'off'], ['2027-02-08', 'off']);
    stream.take({ ...answer, data: { ...answer.data, awaiting: [...left] } });
    expect(open()).toEqual(['2027-08-21']);
    expect(dueOf(stream.calendar, '2027-01-04')).toMatchObject({ value: { dueAt: '2027-02-01T10:00:00.000Z' } });
    // A notice that says nothing of it changes nothing of it.
    stream.take(notice('bao', ['2027-03-03', 'off']));
    expect(open()).toEqual(['2027-08-21']);
    stream.take({ type: 'withdraw-notice', data: { noticeId: 'tet', reason: 'Nhầm', reopensYear: false } });
    expect(open()).toEqual(['2027-01-30', '2027-08-21']);
  });

  it('leaves nothing open once the year is complete; reopened, the year is open as a whole', () => {
    const stream = entered();
    stream.take({ type: 'complete-year', data: { year: 2027 } });
    expect(stream.calendar.days.at(-1)).not.toHaveProperty('awaiting');
    expect(dueOf(stream.calendar, '2027-01-04')).toMatchObject({ ok: true });
    stream.take({ type: 'reopen-year', data: { year: 2027, reason: 'Nhầm' } });
    expect(dueOf(stream.calendar, '2026-12-24')).toMatchObject(refused('CALENDAR_INCOMPLETE', { year: 2027 }));
  });

  it('that is withdrawn counts no more, and may leave its year open again', () => {
    const stream = entered();
    stream.take(notice('bao', ['2026-09-30', 'off']));
    const withdrawn = stream.take({
      type: 'withdraw-notice',
      data: { noticeId: 'bao', reason: 'Bão tan', reopensYear: true },
    });
    expect(withdrawn).toMatchObject({ value: [{ type: 'CalendarNoticeWithdrawn' }, { type: 'CalendarYearReopened' }] });
    const year = stream.calendar.days.find(({ year }) => year === 2026);
    expect([year?.off.includes('2026-09-30'), year?.complete]).toEqual([false, false]);
    expect(stream.take(notice('bao', ['2026-09-30', 'off']))).toMatchObject(refused('CALENDAR_NOTICE_EXISTS'));
  });

  it.each([
    ['a day that is off already', notice('x', ['2026-09-02', 'off']), /2026-09-02 stands twice/],
    ['a plain Monday to be worked', notice('x', ['2026-08-24', 'worked']), /2026-08-24 is worked anyway/],
    ['half of a holiday', notice('x', ['2026-09-02', 'am_off']), /2026-09-02/],
    [
      'a day of another year',
      { ...notice('x', ['2026-09-03', 'off']), data: { ...notice('x', ['2026-09-03', 'off']).data, year: 2025 } },
      /another year/,
    ],
  ])('is refused for %s, and nothing is kept', (_, command, issue) => {
    const stream = entered();
    const before = stream.facts.length;
    expect(stream.take(command)).toMatchObject(
      refused('CALENDAR_MALFORMED', { issues: [expect.stringMatching(issue)] }),
    );
    expect(stream.facts).toHaveLength(before);
  });

  it('is entered by operators, and noted as missing by the system only', () => {
    const stream = entered();
    for (const role of ['officer', 'authority', 'auditor'] as const)
      expect(stream.take(notice('x', ['2026-09-03', 'off']), as(role))).toMatchObject(refused('POSITION_NOT_ALLOWED'));
    const missing = { type: 'note-missing-year', data: { year: 2027, on: '2026-10-01' } } as const;
    expect(stream.take(missing, operator)).toMatchObject(refused('POSITION_NOT_ALLOWED', { roles: ['system'] }));
    expect(stream.take(missing, as('system'))).toMatchObject({ value: [{ type: 'CalendarYearMissing' }] });
    expect(stream.take(missing, as('system'))).toMatchObject({ value: [] });
  });

  it('needs a calendar; years are completed and reopened once', () => {
    expect(new Stream().take(notice('x', ['2026-09-03', 'off']))).toMatchObject(refused('NOT_FOUND'));
    const stream = entered();
    const reason = 'Chờ thông báo';
    expect(stream.take({ type: 'withdraw-notice', data: { noticeId: 'x', reason, reopensYear: false } })).toMatchObject(
      refused('CALENDAR_NOTICE_UNKNOWN'),
    );
    expect(stream.take({ type: 'complete-year', data: { year: 2026 } })).toMatchObject(
      refused('CALENDAR_YEAR_COMPLETE'),
    );
    expect(stream.take({ type: 'reopen-year', data: { year: 2027, reason } })).toMatchObject(
      refused('CALENDAR_INCOMPLETE'),
    );
    expect(stream.take({ type: 'reopen-year', data: { year: 2026, reason } })).toMatchObject({ ok: true });
    const [opened] = commandsToEnter(vietnam);
    expect(opened && stream.take(opened)).toMatchObject(refused('CALENDAR_EXISTS'));
  });
});

describe('what is missing', () => {
  it('is this year whenever it is open, and the next one from 1 October', () => {
    const { calendar } = entered();
    expect(missingYears(calendar, '2026-09-30', '10-01')).toEqual([]);
    expect(missingYears(calendar, '2026-10-01', '10-01')).toEqual([2027]);
    expect(missingYears(calendar, '2027-01-04', '10-01')).toEqual([2027]);
    expect(missingYears(calendar, '2027-12-04', '10-01')).toEqual([2027, 2028]);
  });

  it('is seen by a reader year by year', () => {
    const view = viewCalendar(entered().state as CalendarState);
    expect(view.years.map(({ year, complete, notices }) => [year, complete, notices.length])).toEqual([
      [2024, true, 1],
      [2025, true, 1],
      [2026, true, 2],
      [2027, false, 3],
    ]);
    expect(view.years.at(-1)?.awaiting).toMatchObject([{ from: '2027-01-30' }, { from: '2027-08-21' }]);
  });
});
