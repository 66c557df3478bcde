import { type Instant, type LocalDate, localDateOf, toInstant } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';

/** When something is done on a day of work. */
const HOURS = ['08:00', '09:15', '10:30', '13:30', '14:45', '16:00'] as const;
const SATURDAY = 6;

/** A Monday morning without days off in the weeks after it. */
export const AWARD_STORY_BEGINS: Instant = toInstant('2026-03-02T07:30:00+07:00') ?? '';

/** The hours at which an office that is told of does one thing after the other: six a day, from Monday to Friday. */
export class Hours {
  constructor(private moment: Instant) {}

  get now(): Instant {
    return this.moment;
  }

  get today(): LocalDate {
    return localDateOf(this.moment);
  }

  /** The next hour of work, or the moment itself that something has to wait for. */
  next(until?: Instant): Instant {
    if (until !== undefined && until > this.moment) return (this.moment = until);
    const from = this.moment;
    for (let day = Temporal.PlainDate.from(localDateOf(from)); ; day = day.add({ days: 1 })) {
      if (day.dayOfWeek >= SATURDAY) continue;
      const hour = HOURS.map((each) => toInstant(`${day.toString()}T${each}:00+07:00`)).find(
        (each) => each && each > from,
      );
      if (hour) return (this.moment = hour);
    }
  }
}
