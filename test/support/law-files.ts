import { readFileSync } from 'node:fs';
import { type LadderRung, ladderSchema, parseCalendar, type WorkingCalendar } from '#libs/domain/calendar';
import { valueOf } from '#libs/domain/kernel';
import { type NotificationLaw, notificationLawSchema } from '#libs/service/law';

/** The data of a file under `law/`, as shipped: suites test the law we deliver, not a copy of it. */
export function lawFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../law/${path}`, import.meta.url), 'utf8'));
}

/** The state administration's calendar: 2024 to 2026, and 2027 but for Tết and the day beside 2/9. */
export const vietnam: WorkingCalendar = valueOf(parseCalendar(lawFile('calendars/VN.json')));

/** The same while nothing of 2027 was known. */
export const until2026: WorkingCalendar = {
  ...vietnam,
  version: 'until 2026',
  days: vietnam.days.filter(({ year }) => year <= 2026),
};

/** The reminder ladder of procedures that state none of their own. */
export const defaultLadder: readonly LadderRung[] = ladderSchema.parse(lawFile('ladders/default.json'));

/** When and how messages leave. */
export const notificationLaw: NotificationLaw = notificationLawSchema.parse(lawFile('notifications.json'));
