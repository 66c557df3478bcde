import { addWorkingDays, checkCovered, type WorkingCalendar } from '#libs/domain/calendar';
import { type Instant, instantAt, localDateOf } from '#libs/domain/kernel';
import type { DueBounds } from '#libs/service/read-models';
import { Temporal } from 'temporal-polyfill';

/** How near a due moment is that wants attention; a habit of the office, not a figure of the law. */
const SOON_WORKING_DAYS = 2;
/** No two working days are further apart than this. */
const WITHIN_DAYS = 30;

/** Due today, and due within the next working days; where the calendar cannot tell, days as they come. */
export function dueBounds(calendar: WorkingCalendar, now: Instant): DueBounds {
  const today = localDateOf(now);
  const after = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();
  const soon = checkCovered(calendar, today, after(today, WITHIN_DAYS)).ok
    ? addWorkingDays(calendar, today, SOON_WORKING_DAYS)
    : after(today, SOON_WORKING_DAYS);
  return { now, today: instantAt(after(today, 1), '00:00'), soon: instantAt(after(soon, 1), '00:00') };
}
