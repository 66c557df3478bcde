import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '#libs/domain/calendar';
import { type Instant, instantAt, type LocalDate, localDateOf } from '#libs/domain/kernel';

/** When something is done on a day of work. */
const HOURS = ['08:05', '09:20', '10:40', '13:45', '15:10', '16:25'] as const;

/** The hours at which the office of the samples does one thing after the other, on its working days. */
export class OfficeHours {
  constructor(private readonly calendar: WorkingCalendar) {}

  /** The next hour of work after a moment. */
  after(moment: Instant): Instant {
    const today = localDateOf(moment);
    const hour = isWorkingDay(this.calendar, today)
      ? HOURS.map((each) => instantAt(today, each)).find((each) => each > moment)
      : undefined;
    return hour ?? instantAt(addWorkingDays(this.calendar, today, 1), HOURS[0]);
  }

  /** So many working days later, at an hour of work. */
  later(moment: Instant, workingDays: number, nth: number): Instant {
    const day = addWorkingDays(this.calendar, localDateOf(moment), workingDays);
    return instantAt(day, HOURS[nth % HOURS.length] ?? HOURS[0]);
  }

  /** So many working days before a day, in the first hour. */
  before(day: LocalDate, workingDays: number): Instant {
    return instantAt(addWorkingDays(this.calendar, day, -workingDays), HOURS[0]);
  }
}
