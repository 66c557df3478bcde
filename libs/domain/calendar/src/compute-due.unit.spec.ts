import { type Instant, localDateOf, toInstant } from '#libs/domain/kernel';
import { readFileSync } from 'node:fs';
import { until2026, vietnam } from '../../../../test/support/law-files.js';
import { casesOf } from '../../../../test/support/rule-cases.js';
import { computeDue } from './compute-due.js';
import { pausedDays } from './paused-days.js';
import type { LimitUnit, Pause, TimeLimit } from './time-limit.js';
import type { CalendarYear, WorkingCalendar } from './working-calendar.js';

interface Given {
  readonly start: string;
  readonly limit: TimeLimit;
  readonly pauses?: readonly Pause[];
  readonly restartAt?: string;
  readonly halfDaysOff?: CalendarYear['halfDaysOff'];
}

const instant = (text: string): Instant => {
  const moment = toInstant(text);
  if (!moment) throw new Error(`Not a moment: ${text}`);
  return moment;
};
const office = (text: string) => instant(`${text}+07:00`);
const days = (value: number, unit: LimitUnit = 'working_day', firstDayCounted = false): TimeLimit => ({
  value,
  unit,
  firstDayCounted,
});
const span = (from: string, to: string): Pause => ({ from: office(from), to: office(to) });
const dueAt = (start: string, limit: TimeLimit, pauses: readonly Pause[] = [], calendar = vietnam) => {
  const due = computeDue(calendar, office(start), limit, pauses);
  return due.ok ? due.value.dueAt : due.error;
};

/** The calendar of Vietnam with days added to 2026, as a new notice would. */
const amended = (
  off: readonly string[],
  worked: readonly string[] = [],
  halfDaysOff: CalendarYear['halfDaysOff'] = [],
) =>
  ({
    ...vietnam,
    version: 'amended',
    days: vietnam.days.map((year) =>
      year.year === 2026
        ? { ...year, off: [...year.off, ...off], worked: [...year.worked, ...worked], halfDaysOff }
        : year,
    ),
  }) satisfies WorkingCalendar;

describe('when limits end', () => {
  const cases = [
    ...casesOf<Given, { due: string }>('R7', 'deadline'),
    ...casesOf<Given, { due: string }>('R8', 'deadline'),
    ...casesOf<Given, { due: string }>('R18', 'deadline'),
    ...casesOf<Given, { due: string }>('R41', 'deadline'),
    ...casesOf<Given, { due: string }>('R47', 'deadline'),
    ...casesOf<Given, { due: string }>('R49'),
    ...casesOf<Given, { due: string }>('R51'),
  ];

  it.each(cases)('$id $title', ({ data, then }) => {
    const pauses = (data.pauses ?? []).map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
    const calendar = data.halfDaysOff ? amended([], [], data.halfDaysOff) : vietnam;
    const { value, unit, firstDayCounted } = data.limit;
    const due = computeDue(calendar, instant(data.restartAt ?? data.start), { value, unit, firstDayCounted }, pauses);
    expect(due).toEqual({ ok: true, value: { dueAt: instant(then.value?.due ?? '') } });
  });

  it.each(casesOf<{ postedAt: string; limit: TimeLimit }, { lastPostingDay: string }>('R39', 'posting'))(
    '$id $title: the last day of posting',
    ({ data, then }) => {
      const due = computeDue(vietnam, instant(data.postedAt), data.limit);
      expect(due.ok && localDateOf(due.value.dueAt)).toBe(then.value?.lastPostingDay);
    },
  );

  interface Vector {
    readonly start: string;
    readonly n: number;
    readonly unit?: LimitUnit;
    readonly count_first_day: boolean;
    readonly end: string;
  }
  const vectors = JSON.parse(
    readFileSync(new URL('../../../../../test/fixtures/calendar-vectors.json', import.meta.url), 'utf8'),
  ) as readonly Vector[];

  it.each(vectors)('$n from $start end $end', ({ start, n, unit = 'working_day', count_first_day, end }) => {
    const startedAt = instant(start.includes('T') ? start : `${start}T09:00+07:00`);
    const due = computeDue(vietnam, startedAt, { value: n, unit, firstDayCounted: count_first_day });
    expect(due).toEqual({ ok: true, value: { dueAt: instant(end.includes('T') ? end : `${end}T17:00+07:00`) } });
  });
});

describe('R50: a limit counted again under a changed calendar', () => {
  interface Change extends Given {
    readonly calendarChange: { readonly off: readonly string[]; readonly worked: readonly string[] };
    readonly deadlineState: 'open' | 'met';
  }
  it.each(casesOf<Change, { dueBefore: string; due: string; moved: boolean }>('R50', 'calendar-change'))(
    '$id $title',
    ({ data, then }) => {
      const counted = (calendar: WorkingCalendar) => computeDue(calendar, instant(data.start), data.limit);
      const after = counted(amended(data.calendarChange.off, data.calendarChange.worked));
      expect(counted(vietnam)).toEqual({ ok: true, value: { dueAt: instant(then.value?.dueBefore ?? '') } });
      // That a met deadline stays is the decider's business; the count itself moves for both.
      const recounted = data.deadlineState === 'open' ? then.value?.due : '2026-10-06T17:00:00+07:00';
      expect(after).toEqual({ ok: true, value: { dueAt: instant(recounted ?? '') } });
    },
  );
});

describe('half-days', () => {
  it.each([
    ['received at 11:59:59, the afternoon is half one', '2026-10-07T11:59:59', '2026-10-07T17:00'],
    ['received at 17:00 sharp, still this afternoon’s', '2026-10-07T17:00', '2026-10-08T12:00'],
    ['received after 17:00, the next morning’s', '2026-10-07T17:00:01', '2026-10-08T17:00'],
    ['received on a Sunday, Monday morning’s', '2026-10-11T15:00', '2026-10-12T17:00'],
    ['received on Friday night, Monday morning’s as well', '2026-10-09T20:00', '2026-10-12T17:00'],
  ])('%s', (_, start, end) => {
    expect(dueAt(start, days(1, 'half_day'))).toBe(office(end));
  });

  it('an afternoon off takes nobody’s receipt: it counts as the next morning’s', () => {
    const calendar = amended([], [], [{ date: '2026-10-15', part: 'pm' }]);
    expect(dueAt('2026-10-15T14:00', days(1, 'half_day'), [], calendar)).toBe(office('2026-10-16T17:00'));
  });

  it('a morning off is no half, and does not shorten the day for limits in days', () => {
    const calendar = amended([], [], [{ date: '2026-10-15', part: 'am' }]);
    expect(dueAt('2026-10-14T14:00', days(1, 'half_day'), [], calendar)).toBe(office('2026-10-15T17:00'));
    expect(dueAt('2026-10-14T14:00', days(1), [], calendar)).toBe(office('2026-10-15T17:00'));
    expect(dueAt('2026-10-15T09:00', days(1, 'half_day', true), [], calendar)).toBe(office('2026-10-15T17:00'));
  });

  it('the first half may be counted', () => {
    expect(dueAt('2026-10-07T09:00', days(1, 'half_day', true))).toBe(office('2026-10-07T12:00'));
    expect(dueAt('2026-10-11T15:00', days(1, 'half_day', true))).toBe(office('2026-10-12T12:00'));
  });

  it('pauses cost half-days', () => {
    const pause = span('2026-10-07T15:00', '2026-10-08T15:00');
    expect(dueAt('2026-10-07T09:00', days(2, 'half_day'), [pause])).toBe(office('2026-10-09T12:00'));
  });
});

describe('pauses', () => {
  it('cost nothing twice where they overlap, whatever their order', () => {
    const one = span('2026-07-15T10:00', '2026-07-22T09:00');
    const other = span('2026-07-20T10:00', '2026-07-24T09:00');
    expect(dueAt('2026-07-06T09:00', days(20), [other, one])).toBe(office('2026-08-12T17:00'));
    expect(pausedDays(vietnam, [other, one])).toBe(7);
    expect(pausedDays(vietnam, [one, one])).toBe(5);
  });

  it('begun on the due day leave that day’s rest: the limit ends on the day the work goes on', () => {
    const pause = span('2026-08-27T10:00', '2026-09-04T09:00');
    expect(dueAt('2026-08-21T09:00', days(5), [pause])).toBe(office('2026-09-04T17:00'));
    const lastMoment = span('2026-08-27T17:00', '2026-09-04T09:00');
    expect(dueAt('2026-08-21T09:00', days(5), [lastMoment])).toBe(office('2026-09-04T17:00'));
  });

  it('begun after the limit ran out revive nothing', () => {
    const pause = span('2026-08-27T17:01', '2026-09-04T09:00');
    expect(dueAt('2026-08-21T09:00', days(5), [pause])).toBe(office('2026-08-27T17:00'));
  });

  it('cost calendar days to a limit in calendar days, and the roll comes last', () => {
    const pause = span('2026-10-07T10:00', '2026-10-12T09:00');
    expect(dueAt('2026-10-05T09:00', days(12, 'calendar_day'), [pause])).toBe(office('2026-10-22T17:00'));
    expect(dueAt('2026-10-05T09:00', days(14, 'calendar_day'), [pause])).toBe(office('2026-10-26T17:00'));
  });

  it('begun on the Monday to which a Sunday was moved end the limit where the work goes on', () => {
    const pause = span('2026-10-19T09:00', '2026-10-22T09:00');
    expect(dueAt('2026-10-03T09:00', days(15, 'calendar_day'), [pause])).toBe(office('2026-10-22T17:00'));
  });

  it('begun before the start cost only what lies after it', () => {
    const pause = span('2026-08-17T10:00', '2026-08-24T09:00');
    expect(dueAt('2026-08-21T09:00', days(5), [pause])).toBe(office('2026-09-03T17:00'));
  });
});

describe('edges', () => {
  it('a single day counted from its own evening ends the next working day, not before it began', () => {
    expect(dueAt('2026-10-07T18:30', days(1, 'working_day', true))).toBe(office('2026-10-08T17:00'));
    expect(dueAt('2026-10-09T18:30', days(1, 'calendar_day', true))).toBe(office('2026-10-12T17:00'));
    expect(dueAt('2026-10-07T17:00', days(1, 'working_day', true))).toBe(office('2026-10-07T17:00'));
  });

  it('a first day that is off cannot be counted as a working day', () => {
    expect(dueAt('2026-10-11T09:00', days(1, 'working_day', true))).toBe(office('2026-10-12T17:00'));
    expect(dueAt('2026-10-11T09:00', days(3, 'calendar_day', true))).toBe(office('2026-10-13T17:00'));
  });

  it('a year that is not loaded is refused by its number', () => {
    const refused = (year: number) => expect.objectContaining({ code: 'CALENDAR_INCOMPLETE', params: { year } });
    const due = (start: string, limit: TimeLimit, pauses: readonly Pause[] = []) =>
      dueAt(start, limit, pauses, until2026);
    expect(due('2026-12-20T09:00', days(20))).toEqual(refused(2027));
    expect(due('2026-12-20T09:00', days(60, 'calendar_day'))).toEqual(refused(2027));
    expect(due('2026-12-31T09:00', days(2, 'half_day'))).toEqual(refused(2027));
    expect(due('2023-12-29T09:00', days(5))).toEqual(refused(2023));
    expect(due('2027-01-04T09:00', days(5))).toEqual(refused(2027));
    expect(due('2026-12-14T09:00', days(5), [span('2026-12-15T09:00', '2027-01-15T09:00')])).toEqual(refused(2027));
    // Begun on the due day itself: cut off at the last day on file, it would seem to end on 31/12.
    expect(due('2026-12-08T09:00', days(5), [span('2026-12-15T09:00', '2027-01-15T09:00')])).toEqual(refused(2027));
    expect(due('2026-12-24T09:00', days(5))).toBe(office('2026-12-31T17:00'));
    expect(dueAt('2027-12-29T09:00', days(5))).toEqual(refused(2028));
  });

  describe('while Tết 2027 is open', () => {
    const refused = expect.objectContaining({
      code: 'CALENDAR_DAYS_AWAITED',
      rule: 'R49',
      params: { year: 2027, from: '2027-01-30', to: '2027-02-21' },
    });

    it('what ends before it is counted, over the new year too', () => {
      expect(dueAt('2026-12-28T09:00', days(5))).toBe(office('2027-01-05T17:00'));
      expect(dueAt('2027-01-04T09:00', days(5))).toBe(office('2027-01-11T17:00'));
      expect(dueAt('2026-12-31T09:00', days(20))).toBe(office('2027-01-29T17:00'));
      expect(dueAt('2027-01-14T09:00', days(15, 'calendar_day'))).toBe(office('2027-01-29T17:00'));
      expect(dueAt('2027-01-29T09:00', days(1, 'half_day'))).toBe(office('2027-01-29T17:00'));
    });

    it('what would touch it is refused, with its days', () => {
      expect(dueAt('2027-01-04T09:00', days(20))).toEqual(refused);
      // The last day is the first of the span: no weekday is guessed there.
      expect(dueAt('2027-01-15T09:00', days(15, 'calendar_day'))).toEqual(refused);
      expect(dueAt('2027-01-29T14:00', days(1, 'half_day'))).toEqual(refused);
      expect(dueAt('2027-02-10T09:00', days(1))).toEqual(refused);
      expect(dueAt('2027-02-21T09:00', days(1))).toEqual(refused);
      const over = span('2027-01-06T09:00', '2027-02-24T09:00');
      expect(dueAt('2027-01-05T09:00', days(5), [over])).toEqual(refused);
      // A pause that began when the limit had run out costs nothing, wherever it leads.
      expect(dueAt('2027-01-04T09:00', days(1), [over])).toBe(office('2027-01-05T17:00'));
    });

    it('what begins after it is counted, up to the next days that are open', () => {
      expect(dueAt('2027-02-22T09:00', days(5))).toBe(office('2027-03-01T17:00'));
      expect(dueAt('2027-08-16T09:00', days(5))).toEqual(expect.objectContaining({ code: 'CALENDAR_DAYS_AWAITED' }));
      expect(dueAt('2027-04-29T09:00', days(1))).toBe(office('2027-05-04T17:00'));
    });
  });

  it('a year still awaiting its notices is refused, though later ones are loaded', () => {
    const awaiting = {
      ...vietnam,
      days: vietnam.days.map((year) => (year.year === 2025 ? { ...year, complete: false } : year)),
    };
    const refused = expect.objectContaining({ code: 'CALENDAR_INCOMPLETE', params: { year: 2025 } });
    for (const unit of ['working_day', 'calendar_day', 'half_day'] as const) {
      expect(dueAt('2024-12-31T18:00', days(1, unit), [], awaiting)).toEqual(refused);
    }
  });

  it('a limit of no days, half a day or less is a procedure that must not exist', () => {
    for (const value of [0, -5, 0.5, Number.NaN]) expect(() => dueAt('2026-10-07T09:00', days(value))).toThrow(/whole/);
  });

  it('does not unfold the calendar again for each limit: that would cost milliseconds', () => {
    const starts = Array.from({ length: 200 }, (_, day) => new Date(Date.UTC(2024, 5, 3 + day, 2)).toISOString());
    const msPerLimit = Array.from({ length: 10 }, () => {
      const began = performance.now();
      for (const start of starts) computeDue(vietnam, start, days(20));
      return (performance.now() - began) / starts.length;
    });
    expect(Math.min(...msPerLimit)).toBeLessThan(0.5);
  });
});
