import { type Instant, instantAt, localDateOf, valueOf } from '#libs/domain/kernel';
import fc from 'fast-check';
import {
  allDays,
  calendars,
  DAY,
  dateOf,
  iso,
  limitMost,
  limits,
  moments,
  startWithPauses,
  threeYears,
  workedDaysOf,
} from '../../../../test/support/any-calendar.js';
import { until2026 } from '../../../../test/support/law-files.js';
import { computeDue } from './compute-due.js';
import { pausedDays } from './paused-days.js';
import type { Pause, TimeLimit } from './time-limit.js';
import type { WorkingCalendar } from './working-calendar.js';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js';

const due = (calendar: WorkingCalendar, start: Instant, limit: TimeLimit, pauses: readonly Pause[] = []) =>
  valueOf(computeDue(calendar, start, limit, pauses)).dueAt;

describe('under any calendar', () => {
  it('adding n working days and counting them gives n, forwards and, from a working day, backwards', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 60 }), (calendar, moment, n) => {
        const date = localDateOf(moment);
        const later = addWorkingDays(calendar, date, n);
        expect(isWorkingDay(calendar, later)).toBe(true);
        expect(workingDaysBetween(calendar, date, later)).toBe(n);
        expect(workingDaysBetween(calendar, later, addWorkingDays(calendar, later, -n))).toBe(-n);
      }),
    );
  });

  it('a longer limit never ends sooner, and neither does a later start', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, moments, limits, (calendar, [start, pauses], other, limit) => {
        const longer = { ...limit, value: limit.value + 1 };
        expect(due(calendar, start, longer, pauses) >= due(calendar, start, limit, pauses)).toBe(true);
        const [earlier, later] = start < other ? [start, other] : [other, start];
        expect(due(calendar, later, limit) >= due(calendar, earlier, limit)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('no limit ends before it starts, and every limit ends at noon or at the end of a working day', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const end = due(calendar, start, limit, pauses);
        expect(end >= start).toBe(true);
        expect(isWorkingDay(calendar, localDateOf(end))).toBe(true);
        const hours = limit.unit === 'half_day' ? ['12:00', '17:00'] : ['17:00'];
        expect(hours.map((hour) => instantAt(localDateOf(end), hour))).toContain(end);
      }),
      { numRuns: 150 },
    );
  });

  it('pauses may come in any order, and what they share is paid once', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const end = due(calendar, start, limit, pauses);
        expect(due(calendar, start, limit, pauses.toReversed())).toBe(end);
        expect(due(calendar, start, limit, [...pauses, ...pauses])).toBe(end);
        expect(pausedDays(calendar, pauses.toReversed())).toBe(pausedDays(calendar, pauses));
        expect(pausedDays(calendar, [...pauses, ...pauses])).toBe(pausedDays(calendar, pauses));
      }),
      { numRuns: 150 },
    );
  });

  it('a pause cut in two at any moment costs the same', () => {
    fc.assert(
      fc.property(
        calendars,
        startWithPauses,
        limits,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calendar, [start, pauses], limit, share) => {
          const cut = pauses.flatMap(({ from, to }) => {
            const middle = iso(Math.round(Date.parse(from) + share * (Date.parse(to) - Date.parse(from))));
            return [
              { from, to: middle },
              { from: middle, to },
            ];
          });
          expect(due(calendar, start, limit, cut)).toBe(due(calendar, start, limit, pauses));
          expect(pausedDays(calendar, cut)).toBe(pausedDays(calendar, pauses));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('pausedDays are the working days that lie in any of the pauses, counted one by one', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, (calendar, [, pauses]) => {
        const spans = pauses.map(({ from, to }) => [localDateOf(from), localDateOf(to)] as const);
        const paused = workedDaysOf(calendar, threeYears).filter((date) =>
          spans.some(([from, to]) => from < date && date <= to),
        );
        expect(pausedDays(calendar, pauses)).toBe(paused.length);
      }),
    );
  });

  it('a limit in working days agrees with crossing off days on a wall calendar', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const end = due(calendar, start, { ...limit, unit: 'working_day' }, pauses);
        expect(end).toBe(crossedOff(calendar, start, limit, pauses));
      }),
      { numRuns: 150 },
    );
  });

  it('a limit in half-days ends that many worked halves after the half that takes the receipt', () => {
    fc.assert(
      fc.property(calendars, moments, limits, (calendar, start, { value, firstDayCounted }) => {
        const off = new Set(calendar.days.flatMap((year) => year.halfDaysOff.map(({ date, part }) => date + part)));
        const ahead = threeYears.filter((date) => date >= localDateOf(start));
        const soon = workedDaysOf(calendar, ahead).slice(0, limitMost + 2);
        const ends = soon.flatMap((date) => [
          ...(off.has(`${date}am`) ? [] : [instantAt(date, '12:00')]),
          ...(off.has(`${date}pm`) ? [] : [instantAt(date, '17:00')]),
        ]);
        const takes = ends.findIndex((end) => (end.includes('T05:00') ? start < end : start <= end));
        const limit = { value, unit: 'half_day', firstDayCounted } as const;
        expect(due(calendar, start, limit)).toBe(ends[takes + value - (firstDayCounted ? 1 : 0)]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('every day from 2024 to 2026', () => {
  const everyDay = allDays(2024, 2026);
  const worked = workedDaysOf(until2026, everyDay);

  it('is worked or off as the notices say', () => {
    expect(everyDay.filter((date) => isWorkingDay(until2026, date))).toEqual(worked);
  });

  const counted = (start: string, limit: TimeLimit) => {
    const due = computeDue(until2026, instantAt(start, '09:00'), limit);
    return due.ok ? due.value.dueAt : due.error.params?.['year'];
  };
  const endOrRefusal = (end: string | undefined) => (end ? instantAt(end, '17:00') : 2027);

  it.each([1, 5, 10, 20])('starts limits of %i working days that end where a finger on the list ends', (value) => {
    for (const firstDayCounted of [false, true]) {
      const limit = { value, unit: 'working_day', firstDayCounted } as const;
      const byFinger = (start: string) =>
        worked.filter((date) => (firstDayCounted ? date >= start : date > start))[value - 1];
      expect(everyDay.map((start) => counted(start, limit))).toEqual(
        everyDay.map((start) => endOrRefusal(byFinger(start))),
      );
    }
  });

  it.each([5, 15, 30])('starts limits of %i calendar days that roll off every day off', (value) => {
    const limit = { value, unit: 'calendar_day', firstDayCounted: false } as const;
    const rolled = (start: string) => {
      const last = dateOf(Date.parse(start) + value * DAY);
      return last > '2026-12-31' ? undefined : worked.find((date) => date >= last);
    };
    expect(everyDay.map((start) => counted(start, limit))).toEqual(
      everyDay.map((start) => endOrRefusal(rolled(start))),
    );
  });
});

/** The due moment found as a clerk would: one day after the other, crossing off what counts. Slow and plain on purpose. */
function crossedOff(calendar: WorkingCalendar, start: Instant, limit: TimeLimit, pauses: readonly Pause[]): Instant {
  const spans = pauses.map(({ from, to }) => ({ from, fromDay: localDateOf(from), toDay: localDateOf(to) }));
  const days = workedDaysOf(calendar, threeYears);
  const startDay = localDateOf(start);
  let left = limit.value;
  let end = '';
  for (const date of days) {
    if (limit.firstDayCounted ? date < startDay : date <= startDay) continue;
    if (end && !spans.some((span) => span.from <= end && span.fromDay < date && date <= span.toDay)) break;
    const stoppedBefore = spans.some((span) => span.fromDay < date && date <= span.toDay);
    if (!end && stoppedBefore) continue;
    if (!end) left--;
    if (left > 0 || instantAt(date, '17:00') < start) continue;
    end = instantAt(date, '17:00');
  }
  return end;
}
