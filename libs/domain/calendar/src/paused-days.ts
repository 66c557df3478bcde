import { localDateOf } from '#libs/domain/kernel';
import type { Pause } from './time-limit.js';
import type { WorkingCalendar } from './working-calendar.js';
import { workingDaysBetween } from './working-days.js';

/**
 * How many working days pauses have cost (R7): those after the day a pause began, up to and including the day it ended,
 * each day once however many pauses cover it. Throws a RangeError when a pause runs through a year not complete.
 */
export function pausedDays(calendar: WorkingCalendar, pauses: readonly Pause[]): number {
  const spans = pauses
    .map(({ from, to }) => ({ from: localDateOf(from), to: localDateOf(to) }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  let days = 0;
  let countedThrough = '';
  for (const { from, to } of spans) {
    const after = from > countedThrough ? from : countedThrough;
    if (to <= after) continue;
    days += workingDaysBetween(calendar, after, to);
    countedThrough = to;
  }
  return days;
}
