import type { LocalDate } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import { gapsOf, isIn, type KnownYears } from './calendar-gaps.js';
import { type Weekday, WEEKDAYS, type WorkingCalendar } from './working-calendar.js';

/** The place of a day in the index: 0 is 1 January of the first year on file. */
export type DayNumber = number;

/** A half of a working day that is itself worked. */
export interface WorkedHalf {
  readonly day: DayNumber;
  readonly part: 'am' | 'pm';
}

/**
 * A calendar unfolded day by day, so that counting is a subtraction and the n-th working day a look-up. Years and days that the
 * calendar cannot answer for hold no working day here; who counts asks `firstGap` whether the answer touches one.
 */
export interface DayIndex {
  readonly dates: readonly LocalDate[];
  readonly numberOf: ReadonlyMap<LocalDate, DayNumber>;
  /** How many working days there are up to and including a day. */
  readonly workingDaysThrough: Int32Array;
  readonly workingDays: readonly DayNumber[];
  /** How many worked halves there are up to and including a day. */
  readonly halvesThrough: Int32Array;
  readonly halves: readonly WorkedHalf[];
  readonly known: KnownYears;
}

const indexes = new WeakMap<WorkingCalendar, DayIndex>();

/** The index of a calendar, made once per calendar object (some milliseconds for three years). */
export function dayIndexOf(calendar: WorkingCalendar): DayIndex {
  let index = indexes.get(calendar);
  if (!index) {
    index = unfold(calendar);
    indexes.set(calendar, index);
  }
  return index;
}

export function weekdayOf(date: LocalDate): Weekday {
  return weekdayAt(Temporal.PlainDate.from(date).dayOfWeek - 1);
}

function unfold(calendar: WorkingCalendar): DayIndex {
  const known = gapsOf(calendar);
  const dates = datesOf(known.first, known.last);
  const off = new Set(calendar.days.flatMap((year) => year.off));
  const worked = new Set(calendar.days.flatMap((year) => year.worked));
  const halfOff = new Set(calendar.days.flatMap((year) => year.halfDaysOff.map(({ date, part }) => date + part)));
  const weekend = new Set(calendar.weekend);

  const workingDaysThrough = new Int32Array(dates.length);
  const workingDays: DayNumber[] = [];
  const halvesThrough = new Int32Array(dates.length);
  const halves: WorkedHalf[] = [];
  // No date where nothing has been entered yet.
  const firstWeekday = dates[0] === undefined ? 0 : WEEKDAYS.indexOf(weekdayOf(dates[0]));
  for (const [day, date] of dates.entries()) {
    const onWeekend = weekend.has(weekdayAt((firstWeekday + day) % 7));
    if (!known.gaps.some((gap) => isIn(gap, date)) && !off.has(date) && (!onWeekend || worked.has(date))) {
      workingDays.push(day);
      for (const part of ['am', 'pm'] as const) if (!halfOff.has(date + part)) halves.push({ day, part });
    }
    workingDaysThrough[day] = workingDays.length;
    halvesThrough[day] = halves.length;
  }
  const numberOf = new Map(dates.map((date, day) => [date, day]));
  return { dates, numberOf, workingDaysThrough, workingDays, halvesThrough, halves, known };
}

function datesOf(firstYear: number, lastYear: number): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (let month = 1; month <= 12; month++) {
      const yearMonth = Temporal.PlainYearMonth.from({ year, month });
      const [name, days] = [yearMonth.toString(), yearMonth.daysInMonth];
      for (let day = 1; day <= days; day++) {
        dates.push(`${name}-${String(day).padStart(2, '0')}`);
      }
    }
  }
  return dates;
}

function weekdayAt(index: number): Weekday {
  const weekday = WEEKDAYS[index];
  if (!weekday) throw new RangeError(`There is no weekday ${index}.`);
  return weekday;
}
