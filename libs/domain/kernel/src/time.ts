import { Temporal } from 'temporal-polyfill';

/** A moment, as ISO 8601 in UTC with milliseconds: `2026-08-21T02:00:00.000Z`. Such texts sort as the moments do. */
export type Instant = string;

/** A day in the office's world (Asia/Ho_Chi_Minh), as `2026-08-21`. */
export type LocalDate = string;

/** The office's time zone. Every local date and office hour in the system is meant in it. */
export const OFFICE_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Where "now" comes from for deadlines and for the time at which an act takes effect; never for `recordedAt`. */
export interface Clock {
  now(): Instant;
}

/** The years that four figures write, which is also what databases and calendars of people know. */
const WRITTEN_YEAR = /^(?!0000)\d{4}-/;

/** Brings any ISO 8601 moment with an offset to the one form used here; `undefined` when the text is no moment of the years 1 to 9999. */
export function toInstant(text: string): Instant | undefined {
  try {
    const instant = Temporal.Instant.from(text).round('millisecond').toString({ fractionalSecondDigits: 3 });
    return WRITTEN_YEAR.test(instant) ? instant : undefined;
  } catch {
    return undefined;
  }
}

/** Beyond so many answers they are forgotten and remembered anew: a day has few hours that matter, an office few days. */
const REMEMBERED = 20_000;

/** Time zones are costly to ask; a morning with a hundred thousand reminders asks for the same few days and hours. */
function remembering(ask: (question: string) => string): (question: string) => string {
  const answers = new Map<string, string>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = ask(question);
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(question, answer);
    return answer;
  };
}

const dayOf = remembering((instant) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate().toString(),
);

const momentAt = remembering((text) => {
  const [date = '', plainTime = ''] = text.split(' ');
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: OFFICE_TIME_ZONE, plainTime })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
});

/** The day on which a moment falls in the office. The last second of 30/09 in Hanoi is still 30/09, whatever UTC says. */
export function localDateOf(instant: Instant): LocalDate {
  return dayOf(instant);
}

/** The moment at which the office's clock shows `time` (`17:00`) on a day. */
export function instantAt(date: LocalDate, time: string): Instant {
  return momentAt(`${date} ${time}`);
}

/** The moment at which a day is over in the office: the first of the next day. */
export function endOf(date: LocalDate): Instant {
  return instantAt(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), '00:00');
}
