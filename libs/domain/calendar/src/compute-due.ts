import { type Decision, type Instant, instantAt, ok } from '#libs/domain/kernel';
import { countLimit } from './count-limit.js';
import type { Pause, TimeLimit } from './time-limit.js';
import type { WorkingCalendar } from './working-calendar.js';
import { incomplete } from './working-days.js';

/**
 * The moment at which a limit ends (R7, R49, R51).
 *
 * - Limits in days end at the end of the working day (17:00 in Asia/Ho_Chi_Minh), limits in half-days at 12:00 or 17:00.
 *   Acting at that very moment is in time. No limit ends before it starts.
 * - **Working and calendar days** count from the calendar day of the start, whatever the hour: to a receipt at 18:30 on
 *   Friday, Friday is the first day (cases R49-4, R49-5). R51's sentence “a receipt after 17:00 counts as the next working
 *   day's” says otherwise; the cases win, because Civil Code Art 147 counts days, not office hours.
 * - **Half-days** follow that sentence: what comes in outside the hours worked (after 17:00, on a day off, in a half off)
 *   counts as received in the next half that is worked. 12:00 belongs to the afternoon.
 * - A calendar-day limit whose last day is off ends on the next working day (Civil Code Art 148(5)).
 * - **Pauses** cost what lies after the unit in which they begin, up to and including the unit in which they end, counted in
 *   the limit's own unit; what they share is counted once, and their order does not matter. One that begins after the
 *   limit has run out costs nothing: a missed deadline stays missed.
 *
 * Refuses `CALENDAR_INCOMPLETE` (R49) with the year when a year on the way is not loaded or awaits its notices, and
 * `CALENDAR_DAYS_AWAITED` with the days where only some of the year do. Throws a
 * RangeError for a limit that is not a positive whole number: a procedure holding one must not have been published.
 */
export function computeDue(
  calendar: WorkingCalendar,
  startedAt: Instant,
  limit: TimeLimit,
  pauses: readonly Pause[] = [],
): Decision<{ readonly dueAt: Instant }> {
  const { end } = countLimit(calendar, startedAt, limit, pauses);
  return 'gap' in end ? incomplete(end.gap) : ok({ dueAt: instantAt(end.date, end.time) });
}
