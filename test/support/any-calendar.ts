import { type Instant, valueOf } from '#libs/domain/kernel';
import { type LimitUnit, parseCalendar, type Pause, type TimeLimit, type WorkingCalendar } from '#libs/domain/calendar';
import fc from 'fast-check';
import { vietnam } from './law-files.js';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Of a day, without the code under test. */
const weekdayOf = (date: string) => WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';

export const DAY = 86_400_000;
export const iso = (ms: number) => new Date(ms).toISOString();
export const dateOf = (ms: number) => iso(ms).slice(0, 10);
export const allDays = (from: number, to: number) =>
  Array.from({ length: (Date.UTC(to, 11, 31) - Date.UTC(from, 0, 1)) / DAY + 1 }, (_, day) =>
    dateOf(Date.UTC(from, 0, 1) + day * DAY),
  );

export const threeYears = allDays(2025, 2027);

/** The days worked, read off the lists of a calendar without the code under test. */
export const workedDaysOf = (calendar: WorkingCalendar, among: readonly string[]): string[] => {
  const off = new Set(calendar.days.flatMap((year) => year.off));
  const swapped = new Set(calendar.days.flatMap((year) => year.worked));
  return among.filter((date) => {
    return swapped.has(date) || (!calendar.weekend.includes(weekdayOf(date)) && !off.has(date));
  });
};

/** Any calendar of 2025 to 2027 that the parser takes, from a plain week to one riddled with exceptions. */
export const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    weekend: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 5 }),
    picked: fc.uniqueArray(fc.constantFrom(...threeYears), { maxLength: 90 }),
    parts: fc.infiniteStream(fc.constantFrom('off' as const, 'am' as const, 'pm' as const)),
  })
  .map(({ weekend, picked, parts }) => {
    const days = [2025, 2026, 2027].map((year) => {
      const own = picked.filter((date) => date.startsWith(`${year}`));
      const worked = own.filter((date) => weekend.includes(weekdayOf(date)));
      const marked = own.filter((date) => !worked.includes(date)).map((date) => ({ date, part: parts.next().value }));
      return {
        year,
        complete: true,
        worked,
        off: marked.filter(({ part }) => part === 'off').map(({ date }) => date),
        halfDaysOff: marked.filter(({ part }) => part !== 'off'),
        source: 'a random notice',
        confidence: 'design',
      };
    });
    return valueOf(parseCalendar({ ...vietnam, id: 'ANY', weekend, days }));
  });

/** Any moment from the middle of 2025 to the middle of 2026, so that a limit fits behind it. */
export const moments: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2025, 5, 1) / 60_000, max: Date.UTC(2026, 5, 1) / 60_000 })
  .map((minute) => iso(minute * 60_000));

export const limitMost = 40;
export const limits: fc.Arbitrary<TimeLimit> = fc.record({
  value: fc.integer({ min: 1, max: limitMost }),
  unit: fc.constantFrom<LimitUnit>('working_day', 'calendar_day', 'half_day'),
  firstDayCounted: fc.boolean(),
});

/** Pauses that begin around a start and last up to a week and a half, touching, overlapping or apart. */
export const pausesAround = (start: Instant, most = 5): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc.tuple(fc.integer({ min: -48, max: 700 }), fc.integer({ min: 0, max: 250 })).map(([after, hours]) => ({
      from: iso(Date.parse(start) + after * 3_600_000),
      to: iso(Date.parse(start) + (after + hours) * 3_600_000),
    })),
    { maxLength: most },
  );

export const startWithPauses = moments.chain((start) => fc.tuple(fc.constant(start), pausesAround(start)));
