import { type Instant, instantAt, type LocalDate, localDateOf } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import { firstGap } from './calendar-gaps.js';
import { dayIndexOf, weekdayOf } from './day-index.js';
import { momentOf } from './office-moment.js';
import type { WorkingCalendar } from './working-calendar.js';
import { isWorkingDay } from './working-days.js';

/** An hour of the office's wall clock, `18:00`. */
export type Hour = string;

/** When people are left alone (*giờ yên tĩnh*): from one hour to another, over midnight where the second is the earlier one. */
export interface QuietSpan {
  readonly from: Hour;
  readonly until: Hour;
}

/** The office's quiet hours: also whole days that are not worked. What came meanwhile leaves at `release` of a working day. */
export interface QuietHours extends QuietSpan {
  readonly release: Hour;
}

/** A year goes round at most so often: no calendar has more days off in a row than there are days. */
const DAYS_AHEAD = 366;

/** Whether messages that can wait have to wait at a moment. */
export function isQuiet(
  calendar: WorkingCalendar,
  hours: QuietHours,
  personal: QuietSpan | undefined,
  at: Instant,
): boolean {
  return !officeOpen(calendar, hours, at) || (personal !== undefined && within(personal, at));
}

/**
 * The first moment, not before `at`, at which a message may leave: `at` itself outside quiet hours, else the next `release` of
 * a working day. Somebody's own quiet hours can only make it later.
 */
export function releaseAt(
  calendar: WorkingCalendar,
  hours: QuietHours,
  personal: QuietSpan | undefined,
  at: Instant,
): Instant {
  let moment = at;
  for (let tries = 0; tries < DAYS_AHEAD; tries++) {
    if (!officeOpen(calendar, hours, moment)) moment = nextWorkingMoment(calendar, hours.release, moment);
    else if (personal && within(personal, moment)) moment = nextDaily(personal.until, moment);
    else return moment;
  }
  // Quiet hours of somebody that cover the whole working day: then the office's count, and nothing is kept back for ever.
  return personal ? releaseAt(calendar, hours, undefined, at) : at;
}

/** The first moment, not before `at`, at which a working day shows an hour. */
export function nextWorkingMoment(calendar: WorkingCalendar, hour: Hour, at: Instant): Instant {
  let day = localDateOf(at);
  for (let tries = 0; tries < DAYS_AHEAD; tries++, day = dayAfter(day)) {
    const moment = instantAt(day, hour);
    if (moment >= at && worksOn(calendar, day)) return moment;
  }
  throw new RangeError(`The working calendar ${calendar.id} has no working day after ${at}.`);
}

function officeOpen(calendar: WorkingCalendar, hours: QuietHours, at: Instant): boolean {
  return worksOn(calendar, localDateOf(at)) && !within(hours, at);
}

/** Where notices are still awaited a day of the plain week is taken for worked: a letter must not wait for them. */
function worksOn(calendar: WorkingCalendar, day: LocalDate): boolean {
  return firstGap(dayIndexOf(calendar).known, day, day)
    ? !calendar.weekend.includes(weekdayOf(day))
    : isWorkingDay(calendar, day);
}

function within({ from, until }: QuietSpan, at: Instant): boolean {
  const { time } = momentOf(at);
  const [start, end] = [`${from}:00`, `${until}:00`];
  return start <= end ? time >= start && time < end : time >= start || time < end;
}

/** The next time the wall shows an hour, after `at`. */
function nextDaily(hour: Hour, at: Instant): Instant {
  const day = localDateOf(at);
  const moment = instantAt(day, hour);
  return moment > at ? moment : instantAt(dayAfter(day), hour);
}

const dayAfter = (day: LocalDate): LocalDate => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
