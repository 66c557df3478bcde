import type { LocalDate } from '#libs/domain/kernel';
import { isIn } from './calendar-gaps.js';
import { weekdayOf } from './day-index.js';
import type { CalendarYear, WorkingCalendar } from './working-calendar.js';

/** What a calendar says that cannot be meant: each fault with its place, none when the calendar is sound. */
export function faultsOf(calendar: WorkingCalendar): string[] {
  const { ends, halvesPartAt } = calendar.workingDay;
  return [
    ...repeated(calendar.days.map(({ year }) => String(year))).map((year) => `days: ${year} stands twice`),
    ...(halvesPartAt < ends ? [] : [`workingDay: the half-days part at ${halvesPartAt}, after the end at ${ends}`]),
    ...calendar.days.flatMap((year) => faultsOfYear(calendar, year).map((fault) => `days.${year.year}: ${fault}`)),
  ];
}

function faultsOfYear(
  { weekend }: WorkingCalendar,
  { year, complete, awaiting = [], off, worked, halfDaysOff, reasons }: CalendarYear,
): string[] {
  const onWeekend = (date: LocalDate) => weekend.includes(weekdayOf(date));
  const isOff = (date: LocalDate) => off.includes(date) || (onWeekend(date) && !worked.includes(date));
  const halves = halfDaysOff.map(({ date }) => date);
  const explained = reasons.flatMap(({ dates }) => dates);
  return [
    ...(complete && awaiting.length > 0 ? ['it is complete, yet something is awaited'] : []),
    ...awaiting.filter(({ from, to }) => from > to).map(({ from, to }) => `${from} to ${to}: ends before it begins`),
    ...awaiting
      .filter(({ from }, at) => awaiting.some((other, before) => before < at && isIn(other, from)))
      .map(({ from }) => `${from} is awaited twice`),
    ...[...off, ...worked, ...halves, ...awaiting.flatMap(({ from, to }) => [from, to])]
      .filter((date) => !date.startsWith(`${year}-`))
      .map((date) => `${date} lies in another year`),
    ...repeated([...off, ...worked]).map((date) => `${date} stands twice`),
    ...worked.filter((date) => !onWeekend(date)).map((date) => `${date} is worked anyway: not a swap day`),
    ...halves.filter(isOff).map((date) => `${date} is off as a whole: no half of it can be`),
    ...repeated(halves).map((date) => `${date} has two half-days off: enter the whole day`),
    ...repeated(explained)
      .filter((date) => !repeated([...off, ...worked, ...halves]).includes(date))
      .map((date) => `${date} has two reasons`),
    ...explained
      .filter((date) => ![...off, ...worked, ...halves].includes(date))
      .map((date) => `${date} has a reason, but is a day like any other`),
  ];
}

const repeated = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) !== index)),
];
