import { type Decision, type Instant, instantAt, ok } from '#libs/domain/kernel';
import { dayIndexOf, missingYear, yearOf } from './day-index.js';
import { limitAxis } from './limit-axis.js';
import { compareMoments, momentOf, type OfficeMoment } from './office-moment.js';
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
 * Refuses `CALENDAR_INCOMPLETE` (R49) with the year when a year on the way is not loaded or awaits its notices. Throws a
 * RangeError for a limit that is not a positive whole number: a procedure holding one must not have been published.
 */
export function computeDue(
  calendar: WorkingCalendar,
  startedAt: Instant,
  limit: TimeLimit,
  pauses: readonly Pause[] = [],
): Decision<{ readonly dueAt: Instant }> {
  if (!Number.isInteger(limit.value) || limit.value < 1) {
    throw new RangeError(`A limit is a positive whole number of units: ${limit.value}.`);
  }
  const index = dayIndexOf(calendar);
  const start = momentOf(startedAt);
  const startYear = yearOf(start.date);
  const covered = (to: OfficeMoment | undefined) =>
    missingYear(index, startYear, to ? Math.max(startYear, yearOf(to.date)) : Infinity);
  const unanswered = covered(start);
  if (unanswered !== undefined) return incomplete(unanswered);

  const axis = limitAxis(limit.unit, calendar, index);
  const received = axis.received(start);
  const first = limit.firstDayCounted && received.counts ? received.through - 1 : received.through;
  let last = first + limit.value;
  let end = axis.endOf(last);
  // Only a first day counted after its working hours can do this: nothing was left of it.
  let firstDayIsLost = end !== undefined && compareMoments(end, start) < 0;
  if (firstDayIsLost) end = axis.endOf(++last);

  let pausedThrough = first;
  for (const pause of inOrder(pauses)) {
    if (!end || compareMoments(pause.from, end) > 0) break;
    const gap = covered(pause.to);
    if (gap !== undefined) return incomplete(gap);
    const from = axis.through(pause.from);
    const to = axis.through(pause.to);
    const counted = Math.max(from, pausedThrough);
    let cost = Math.max(0, to - counted);
    // A pause that runs on into a first day that is lost already does not take it a second time.
    if (firstDayIsLost && counted <= first && cost > 0) {
      cost -= 1;
      firstDayIsLost = false;
    }
    // A pause may begin on the day to which a last day off was moved: nothing was left then, so the limit ends where it resumes.
    last = Math.max(last, from) + cost;
    pausedThrough = Math.max(pausedThrough, to);
    end = axis.endOf(last);
  }
  const gap = covered(end);
  return end && gap === undefined ? ok({ dueAt: instantAt(end.date, end.time) }) : incomplete(gap ?? startYear);
}

function inOrder(pauses: readonly Pause[]): { from: OfficeMoment; to: OfficeMoment }[] {
  return pauses
    .map(({ from, to }) => ({ from: momentOf(from), to: momentOf(to) }))
    .sort((one, other) => compareMoments(one.from, other.from));
}
