import { type Instant, instantAt, localDateOf } from '#libs/domain/kernel';
import fc from 'fast-check';
import {
  allDays,
  calendars,
  limits,
  moments,
  startWithPauses,
  threeYears,
  workedDaysOf,
} from '../../../../test/support/any-calendar.js';
import { until2026 } from '../../../../test/support/law-files.js';
import { computeDue } from './compute-due.js';
import { explainDue, type ExplainedStep } from './explain-due.js';
import type { Pause, TimeLimit } from './time-limit.js';
import type { WorkingCalendar } from './working-calendar.js';

const counted = (steps: readonly ExplainedStep[]) => steps.filter(({ outcome }) => outcome === 'counted');

describe('an explanation, under any calendar', () => {
  it('ends where the limit ends, and numbers all of its units once, in order', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const { dueAt, steps, counted: units } = explainDue(calendar, start, limit, pauses);
        const due = computeDue(calendar, start, limit, pauses);
        expect(due).toEqual({ ok: true, value: { dueAt } });
        expect(units).toBe(limit.value);
        expect(counted(steps).map(({ number }) => number)).toEqual(
          Array.from({ length: limit.value }, (_, index) => index + 1),
        );
      }),
    );
  });

  it('leaves out no day from the start to the end, and tells none twice', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const { dueAt = '', steps } = explainDue(calendar, start, limit, pauses);
        const told = [...new Set(steps.map(({ date }) => date))];
        const way = threeYears.filter((date) => localDateOf(start) <= date && date <= localDateOf(dueAt));
        // Of a limit in half-days only the halves matter that lie after the receipt.
        expect(limit.unit === 'half_day' ? way.filter((date) => told.includes(date)) : way).toEqual(told);
        const places = steps.map(({ date, part }) => date + (part ?? ''));
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  it('says of each day what the lists of the calendar say', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const worked = new Set(workedDaysOf(calendar, threeYears));
        const halves = new Set(
          calendar.days.flatMap(({ halfDaysOff }) => halfDaysOff.map(({ date, part }) => date + part)),
        );
        for (const { date, part, outcome, day } of explainDue(calendar, start, limit, pauses).steps) {
          const free = !worked.has(date) || halves.has(date + (part ?? ''));
          if (outcome === 'off') expect([date, part, free]).toEqual([date, part, true]);
          else if (limit.unit !== 'calendar_day') expect([date, part, free]).toEqual([date, part, false]);
          if (!worked.has(date)) expect(['weekend', 'decision']).toContain(day.kind);
        }
      }),
    );
  });

  it('accounts for each unit between start and end: counted, paused, or over before it began', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const { steps, pauses: paid } = explainDue(calendar, start, limit, pauses);
        const paused = steps.filter(({ outcome }) => outcome === 'paused').length;
        expect(paid.reduce((sum, { units }) => sum + units, 0)).toBe(paused);
      }),
    );
  });

  it('where a year is missing, counts no further than the year before, and agrees with the refusal', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const open = {
          ...calendar,
          days: calendar.days.map((year) => (year.year === 2026 ? { ...year, complete: false } : year)),
        };
        const explained = explainDue(open, start, limit, pauses);
        const due = computeDue(open, start, limit, pauses);
        expect(explained.missingYear).toBe(due.ok ? undefined : due.error.params?.['year']);
        expect(explained.steps.every(({ date }) => date < '2026-01-01' || due.ok)).toBe(true);
        expect(explained.counted <= limit.value).toBe(true);
      }),
    );
  });
});

describe('a limit in half-days', () => {
  it('agrees with crossing off halves on a wall calendar, whatever is paused', () => {
    fc.assert(
      fc.property(calendars, startWithPauses, limits, (calendar, [start, pauses], limit) => {
        const due = computeDue(calendar, start, { ...limit, unit: 'half_day' }, pauses);
        expect(due).toEqual({ ok: true, value: { dueAt: crossedOffHalves(calendar, start, limit, pauses) } });
      }),
      { numRuns: 200 },
    );
  });

  it('one half longer ends with the next half that is worked', () => {
    fc.assert(
      fc.property(calendars, moments, limits, (calendar, start, limit) => {
        const end = (value: number) => {
          const due = computeDue(calendar, start, { ...limit, unit: 'half_day', value });
          return due.ok ? due.value.dueAt : '';
        };
        const all = halvesOf(calendar).map((half) => half.ends);
        expect(all[all.indexOf(end(limit.value)) + 1]).toBe(end(limit.value + 1));
      }),
    );
  });
});

describe('every day from 2024 to 2026, by the shipped calendar', () => {
  const everyDay = allDays(2024, 2026);

  it.each([1, 3, 8])(
    'starts limits of %i half-days, in the morning and in the afternoon, that end by the list',
    (value) => {
      const halves = workedDaysOf(until2026, everyDay).flatMap((date) => [
        instantAt(date, '12:00'),
        instantAt(date, '17:00'),
      ]);
      for (const hour of ['09:00', '14:00']) {
        const limit = { value, unit: 'half_day', firstDayCounted: false } as const;
        for (const date of everyDay) {
          const start = instantAt(date, hour);
          const received = halves.findIndex((end) => start < end);
          const end = received < 0 ? undefined : halves[received + value];
          const due = computeDue(until2026, start, limit);
          expect([start, due.ok ? due.value.dueAt : due.error.params?.['year']]).toEqual([start, end ?? 2027]);
        }
      }
    },
  );

  it.each(['working_day', 'calendar_day', 'half_day'] as const)(
    'explains limits in %ss without contradicting itself',
    (unit) => {
      for (const date of everyDay) {
        const limit = { value: 5, unit, firstDayCounted: false };
        const { dueAt, missingYear, counted: units } = explainDue(until2026, instantAt(date, '09:00'), limit);
        expect([date, dueAt === undefined ? missingYear : units]).toEqual([date, dueAt === undefined ? 2027 : 5]);
      }
    },
  );
});

interface Half {
  readonly begins: Instant;
  readonly ends: Instant;
}

/** Every half that is worked, in order, with the moment from which a receipt or a pause falls into it. */
function halvesOf(calendar: WorkingCalendar): readonly Half[] {
  const off = new Set(calendar.days.flatMap(({ halfDaysOff }) => halfDaysOff.map(({ date, part }) => date + part)));
  return workedDaysOf(calendar, threeYears).flatMap((date) => [
    ...(off.has(`${date}am`) ? [] : [{ begins: instantAt(date, '00:00'), ends: instantAt(date, '12:00') }]),
    ...(off.has(`${date}pm`) ? [] : [{ begins: instantAt(date, '12:00'), ends: instantAt(date, '17:00') }]),
  ]);
}

/** Found half after half, slow and plain: a pause takes those that begin while it lasts. */
function crossedOffHalves(
  calendar: WorkingCalendar,
  start: Instant,
  { value, firstDayCounted }: TimeLimit,
  pauses: readonly Pause[],
): Instant {
  const halves = halvesOf(calendar);
  const receipt = halves.findIndex(({ begins, ends }) =>
    begins <= start ? (ends.endsWith('T05:00:00.000Z') ? start < ends : start <= ends) : true,
  );
  const stopped = ({ begins }: Half, among: readonly Pause[]) =>
    among.some(({ from, to }) => from < begins && begins <= to);
  let left = value;
  let end = '';
  for (let place = firstDayCounted ? receipt : receipt + 1; place < halves.length; place++) {
    const half = halves[place];
    if (!half) break;
    // Once it has run out, only a pause that had begun by then moves it on.
    if (
      end &&
      !stopped(
        half,
        pauses.filter(({ from }) => from <= end),
      )
    )
      break;
    if (stopped(half, pauses)) {
      if (end) end = half.ends;
      continue;
    }
    if (end) break;
    if (--left === 0) end = half.ends;
  }
  return end;
}
