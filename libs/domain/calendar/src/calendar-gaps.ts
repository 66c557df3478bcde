import type { LocalDate } from '#libs/domain/kernel';
import type { AwaitedSpan, WorkingCalendar } from './working-calendar.js';

/** Days that a calendar cannot answer for: a year that is not loaded or not complete, or the days of one that are awaited. */
export interface CalendarGap {
  readonly from: LocalDate;
  /** The last day. */
  readonly to: LocalDate;
  readonly year: number;
  /** What is awaited, where not the whole year is. */
  readonly awaiting?: AwaitedSpan;
}

/** From which year to which a calendar speaks, and where it does not. Without any year `first` lies after `last`. */
export interface KnownYears {
  readonly first: number;
  readonly last: number;
  /** In order, none within another. */
  readonly gaps: readonly CalendarGap[];
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

export const isIn = ({ from, to }: Pick<CalendarGap, 'from' | 'to'>, date: LocalDate): boolean =>
  from <= date && date <= to;

export function gapsOf({ days }: Pick<WorkingCalendar, 'days'>): KnownYears {
  const years = days.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const gaps: CalendarGap[] = [];
  for (let year = first; year <= last; year++) {
    const found = days.find((each) => each.year === year);
    if (found?.complete) continue;
    if (!found?.awaiting) gaps.push(wholeYear(year));
    else gaps.push(...found.awaiting.map((awaiting) => ({ from: awaiting.from, to: awaiting.to, year, awaiting })));
  }
  return { first, last, gaps: gaps.toSorted((one, other) => (one.from < other.from ? -1 : 1)) };
}

/**
 * The first gap on a way, its first and last day included; without `to`, of a way that ends past the days on file. A way back
 * is no way: then only the day `from` is looked at.
 */
export function firstGap({ first, last, gaps }: KnownYears, from: LocalDate, to?: LocalDate): CalendarGap | undefined {
  const start = yearOf(from);
  if (start < first || start > last) return wholeYear(start);
  const until = to !== undefined && to < from ? from : to;
  const gap = gaps.find((each) => each.to >= from && (until === undefined || each.from <= until));
  return gap ?? (until === undefined || yearOf(until) > last ? wholeYear(last + 1) : undefined);
}

const wholeYear = (year: number): CalendarGap => {
  const name = String(year).padStart(4, '0');
  return { from: `${name}-01-01`, to: `${name}-12-31`, year };
};
