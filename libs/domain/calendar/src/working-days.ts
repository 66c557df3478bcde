import { type Decision, type Instant, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { type CalendarGap, firstGap } from './calendar-gaps.js';
import { type DayIndex, dayIndexOf, type DayNumber } from './day-index.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * Whether the calendar can answer for all days of a span, given in either order. Refuses `CALENDAR_INCOMPLETE` (R49),
 * naming the first year that cannot be answered for, or `CALENDAR_DAYS_AWAITED` with the days of one. Ask before counting over dates that somebody typed: the counting
 * functions below take an uncovered day for a bug and throw a RangeError, because a guessed day is worse than none.
 */
export function checkCovered(calendar: WorkingCalendar, one: LocalDate, other: LocalDate): Decision<void> {
  const [from, to] = one <= other ? [one, other] : [other, one];
  const gap = firstGap(dayIndexOf(calendar).known, from, to);
  return gap ? incomplete(gap) : ok(undefined);
}

export const incomplete = ({ year, awaiting }: CalendarGap) =>
  awaiting
    ? refuse('CALENDAR_DAYS_AWAITED', { rule: 'R49', params: { year, from: awaiting.from, to: awaiting.to } })
    : refuse('CALENDAR_INCOMPLETE', { rule: 'R49', params: { year } });

/** Whether the office works on a day. Throws a RangeError for a day that the calendar cannot answer for. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  demandCovered(calendar, date, date);
  const index = dayIndexOf(calendar);
  return worksOn(index, dayNumber(index, date));
}

/**
 * The n-th working day after a day, or before it when n is negative; the day itself, worked or not, when n is 0.
 * Throws a RangeError when the way leads through days that the calendar cannot answer for.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError(`Working days are whole: ${n}.`);
  demandCovered(calendar, date, date);
  if (n === 0) return date;
  const index = dayIndexOf(calendar);
  const target = nthWorkingDay(index, dayNumber(index, date), n);
  if (target === undefined) throw uncovered(calendar, n > 0 ? index.known.last + 1 : index.known.first - 1);
  demandCovered(calendar, date, target);
  return target;
}

/**
 * How many working days lie after one day, up to and including another; negative when `toInclusive` lies before, then
 * counting the days after it up to and including `fromExclusive`. Throws a RangeError through days that are awaited.
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  fromExclusive: LocalDate,
  toInclusive: LocalDate,
): number {
  demandCovered(calendar, fromExclusive, toInclusive);
  const index = dayIndexOf(calendar);
  return countThrough(index, dayNumber(index, toInclusive)) - countThrough(index, dayNumber(index, fromExclusive));
}

/**
 * What is left of a deadline, for sentences like “còn 4 ngày làm việc”: the working days after today up to and including
 * the due day. 0 on the due day, negative when late (“trễ 2 ngày”). `exact` is false where days that are awaited
 * lie between: they are not counted, so say “at least”. A list must be readable even before next year's calendar is in.
 */
export function remainingAt(
  calendar: WorkingCalendar,
  at: Instant,
  dueAt: Instant,
): { readonly workingDays: number; readonly exact: boolean } {
  const index = dayIndexOf(calendar);
  const [today, dueDay] = [localDateOf(at), localDateOf(dueAt)];
  return {
    workingDays: countThrough(index, nearestDay(index, dueDay)) - countThrough(index, nearestDay(index, today)),
    exact: checkCovered(calendar, today, dueDay).ok,
  };
}

/** The n-th working day after a day (before it, when n is negative); `undefined` past the days on file. */
export function nthWorkingDay(index: DayIndex, day: DayNumber, n: number): LocalDate | undefined {
  const through = countThrough(index, day);
  const place = n > 0 ? through + n - 1 : through - (worksOn(index, day) ? 1 : 0) + n;
  const target = index.workingDays[place];
  return target === undefined ? undefined : index.dates[target];
}

export const countThrough = (index: DayIndex, day: DayNumber): number => index.workingDaysThrough[day] ?? 0;

export const worksOn = (index: DayIndex, day: DayNumber): boolean =>
  countThrough(index, day) > countThrough(index, day - 1);

/** A day's number; a day outside the years on file stands at the edge nearest to it, −1 before the first. */
export function nearestDay(index: DayIndex, date: LocalDate): DayNumber {
  return index.numberOf.get(date) ?? (date < (index.dates[0] ?? '') ? -1 : index.dates.length - 1);
}

function dayNumber(index: DayIndex, date: LocalDate): DayNumber {
  const day = index.numberOf.get(date);
  if (day === undefined) throw new RangeError(`Not a day of the calendar: ${date}.`);
  return day;
}

function demandCovered(calendar: WorkingCalendar, one: LocalDate, other: LocalDate): void {
  const covered = checkCovered(calendar, one, other);
  if (!covered.ok) throw uncovered(calendar, Number(covered.error.params?.['year']));
}

const uncovered = ({ id, version }: WorkingCalendar, year: number) =>
  new RangeError(`The working calendar ${id} (version ${version}) does not cover ${year}.`);
