import type { CalendarYear, DayReason, WorkingCalendar } from '../working-calendar.js';
import type { CalendarCommand } from './calendar.commands.js';
import type { Notice } from './calendar.state.js';

/**
 * The commands that enter a calendar as a file of the law holds it: what a first start does, once. One notice for each year, under
 * the year as its id; days with a document of their own have a notice of their own.
 */
export function* commandsToEnter(calendar: WorkingCalendar): Generator<CalendarCommand> {
  const { id: calendarId, names, weekend, week, workingDay, days } = calendar;
  yield { type: 'open', data: { calendarId, names, weekend: [...weekend], week, workingDay } };
  for (const year of days) {
    const notices = noticesOf(year);
    for (const [index, notice] of notices.entries()) {
      const completesYear = year.complete && index === notices.length - 1;
      yield { type: 'enter-notice', data: { ...notice, completesYear } };
    }
  }
}

function noticesOf(year: CalendarYear): readonly Notice[] {
  const own = year.reasons.filter(({ source }) => source !== undefined && source !== year.source);
  const elsewhere = new Set(own.flatMap(({ dates }) => dates));
  const days = daysOf(year);
  const main = {
    noticeId: String(year.year),
    year: year.year,
    days: days.filter(({ date }) => !elsewhere.has(date)),
    doubtful: [...year.doubtful],
    source: year.source,
    confidence: year.confidence,
    ...(year.awaiting ? { awaiting: [...year.awaiting] } : {}),
  };
  const others = own.map(({ dates, source = year.source, confidence = year.confidence }, index) => ({
    noticeId: `${year.year}-${index + 2}`,
    year: year.year,
    days: days.filter(({ date }) => dates.includes(date)),
    doubtful: [],
    source,
    confidence,
  }));
  return [main, ...others];
}

function daysOf({ off, worked, halfDaysOff, reasons }: CalendarYear): Notice['days'] {
  const reasonOf = new Map<string, DayReason>(reasons.flatMap((reason) => reason.dates.map((date) => [date, reason])));
  const day = (date: string, effect: Notice['days'][number]['effect']) => {
    const { kind = 'decision', names } = reasonOf.get(date) ?? {};
    return { date, kind, effect, ...(names ? { names } : {}) };
  };
  return [
    ...off.map((date) => day(date, 'off')),
    ...worked.map((date) => day(date, 'worked')),
    ...halfDaysOff.map(({ date, part }) => day(date, `${part}_off`)),
  ];
}
