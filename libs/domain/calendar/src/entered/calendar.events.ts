import { confidence, type Fact, id, label, localDate, names, type Recorded } from '#libs/domain/kernel';
import { z } from 'zod';
import { WEEKDAYS } from '../working-calendar.js';

/** What is known of a calendar is known somehow: `unknown` would be no entry at all. */
const known = () => confidence().exclude(['unknown']);

const hour = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not an hour like 17:00');

const year = () => z.int().min(1975).max(9999);

/** A day of a notice: what it is, and what it does to the plain week. */
const noticeDay = z.strictObject({
  date: localDate(),
  /** Ngày nghỉ lễ, nghỉ bù, hoán đổi ngày làm việc, quyết định khác. */
  kind: z.enum(['holiday', 'in_lieu', 'swap', 'decision']),
  /** `am_off` and `pm_off` shorten the day for limits in half-days only (R51). */
  effect: z.enum(['off', 'worked', 'am_off', 'pm_off']),
  names: z.strictObject({ vi: label(80), en: label(80) }).optional(),
});

const doubtfulSwap = z.strictObject({ off: localDate(), worked: localDate(), source: label(500), confidence: known() });

/** Days of the year whose own notice is still awaited: no limit runs through them. */
const awaitedSpan = z.strictObject({
  from: localDate(),
  /** The last day. */
  to: localDate(),
  /** What is awaited. */
  names: z.strictObject({ vi: label(80), en: label(80) }),
  source: label(500),
  confidence: known(),
});

/** Mở lịch làm việc: the plain week of an office, and the hours at which its days and halves end. */
const calendarOpened = z.strictObject({
  calendarId: id(),
  names: names(),
  weekend: z.array(z.enum(WEEKDAYS)).max(6),
  week: z.strictObject({ source: label(500), confidence: known() }),
  workingDay: z.strictObject({ ends: hour(), halvesPartAt: hour(), source: label(500), confidence: known() }),
});

/** Nhập thông báo nghỉ lễ, hoán đổi: days of one year that differ from the plain week, by one document. */
const calendarNoticeEntered = z.strictObject({
  noticeId: id(),
  year: year(),
  days: z.array(noticeDay).max(366),
  /** Swaps that somebody reported and nobody confirmed: shown, never applied. */
  doubtful: z.array(doubtfulSwap).max(50),
  /** What of the year is open after this notice, instead of the whole year. Said again by each notice that changes it. */
  awaiting: z.array(awaitedSpan).min(1).max(5).optional(),
  source: label(500),
  confidence: known(),
});

/** Rút thông báo: what it said holds no more. The notice itself stays in the log. */
const calendarNoticeWithdrawn = z.strictObject({ noticeId: id(), reason: label(500) });

/** Đủ lịch của năm: all notices of a year are in, and limits may run through it. */
const calendarYearCompleted = z.strictObject({ year: year() });

/** Mở lại năm: something of the year is awaited again, and no new limit may run through it. */
const calendarYearReopened = z.strictObject({ year: year(), reason: label(500) });

/** Nhắc nhập lịch: the time had come at which the year should have been complete (once for each year). */
const calendarYearMissing = z.strictObject({ year: year(), on: localDate() });

/** Every fact of a calendar, streams `calendar-<id>`: type → version of its shape, and the shape. */
export const calendarEvents = {
  CalendarOpened: { schemaVersion: 1, schema: calendarOpened },
  CalendarNoticeEntered: { schemaVersion: 1, schema: calendarNoticeEntered },
  CalendarNoticeWithdrawn: { schemaVersion: 1, schema: calendarNoticeWithdrawn },
  CalendarYearCompleted: { schemaVersion: 1, schema: calendarYearCompleted },
  CalendarYearReopened: { schemaVersion: 1, schema: calendarYearReopened },
  CalendarYearMissing: { schemaVersion: 1, schema: calendarYearMissing },
} as const;

export type CalendarEventType = keyof typeof calendarEvents;
export type CalendarFactOf<T extends CalendarEventType> = Fact<T, z.infer<(typeof calendarEvents)[T]['schema']>>;
export type CalendarFact = { [T in CalendarEventType]: CalendarFactOf<T> }[CalendarEventType];
export type RecordedCalendarFact = Recorded<CalendarFact>;

/** Facts by which days are counted otherwise than before: each makes a version of the calendar. */
export const isCountingFact = (type: string): boolean => type !== 'CalendarYearMissing' && type in calendarEvents;
