import { type Instant, type LocalDate, OFFICE_TIME_ZONE } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';

/** What the calendar and the clock on the office's wall (Asia/Ho_Chi_Minh) show at a moment. */
export interface OfficeMoment {
  readonly date: LocalDate;
  /** `HH:mm:ss`, with a fraction where the moment has one. Such texts sort as the hours do; `HH:mm` would sort before `HH:mm:00`. */
  readonly time: string;
}

export function momentOf(instant: Instant): OfficeMoment {
  const here = Temporal.Instant.from(instant).toZonedDateTimeISO(OFFICE_TIME_ZONE);
  const text = here.toString({ timeZoneName: 'never', offset: 'never' });
  return { date: text.slice(0, 10), time: text.slice(11) };
}

/** The moment at which the wall clock shows an hour of the calendar, such as `17:00`. */
export const momentAt = (date: LocalDate, hour: string): OfficeMoment => ({ date, time: `${hour}:00` });

/** Negative, zero or positive, as the first moment lies before, at or after the second. */
export function compareMoments(one: OfficeMoment, other: OfficeMoment): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return one.time === other.time ? 0 : one.time < other.time ? -1 : 1;
}
