import { computeDue, parseCalendar, type Pause } from '#libs/domain/calendar';
import { valueOf } from '#libs/domain/kernel';
import fc from 'fast-check';
import { calendars, limits, startWithPauses } from './any-calendar.js';
import { lawFile } from './law-files.js';

/**
 * A program: counts the same limits under several time zones of the process and prints them, one list per zone, with the
 * hour that the process itself would read off a wall clock, which shows that the zone was really another.
 */
const startedAt = Array.from({ length: 400 }, (_, step) => new Date(Date.UTC(2026, 0, 1) + step * 17 * 3_600_000));
const units = ['working_day', 'calendar_day', 'half_day'] as const;

/** The same random calendars, limits and pauses in every zone, made anew in it. */
const byAnyCalendar = (): readonly string[] =>
  fc
    .sample(fc.tuple(calendars, startWithPauses, limits), { numRuns: 150, seed: 20_261_120 })
    .map(([calendar, [start, pauses], limit]) => JSON.stringify(computeDue(calendar, start, limit, pauses)));

const inZone = (zone: string) => {
  process.env['TZ'] = zone;
  const calendar = valueOf(parseCalendar(lawFile('calendars/VN.json')));
  const due = startedAt.flatMap((start) => {
    const at = (days: number) => new Date(start.getTime() + days * 86_400_000).toISOString();
    const pauses: readonly Pause[] = [{ from: at(1), to: at(4) }];
    return units.map((unit) =>
      JSON.stringify(computeDue(calendar, at(0), { value: 5, unit, firstDayCounted: false }, pauses)),
    );
  });
  return { zone, wallClock: startedAt[0]?.getHours(), due, byAnyCalendar: byAnyCalendar() };
};

process.stdout.write(JSON.stringify(['UTC', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh'].map(inZone)));
