import type { LocalDate } from '#libs/domain/kernel';
import { weekdayOf } from './day-index.js';
import type { Confidence, DayKind, WorkingCalendar } from './working-calendar.js';

/** What a day is in a calendar, and by which document. */
export interface DayNature {
  /** `weekend` for a day off every week; `plain` for a working day like any other. */
  readonly kind: DayKind | 'weekend' | 'plain';
  readonly names?: { readonly vi: string; readonly en: string };
  readonly source?: string;
  readonly confidence?: Confidence;
}

const named = new WeakMap<WorkingCalendar, ReadonlyMap<LocalDate, DayNature>>();

/** Why a day is off, or worked though it lies on a weekend, or shortened by half. Pure; the days are gathered once per calendar. */
export function natureOf(calendar: WorkingCalendar, date: LocalDate): DayNature {
  let days = named.get(calendar);
  if (!days) {
    days = new Map(daysOf(calendar));
    named.set(calendar, days);
  }
  const special = days.get(date);
  if (special) return special;
  return calendar.weekend.includes(weekdayOf(date)) ? { kind: 'weekend', ...calendar.week } : { kind: 'plain' };
}

function* daysOf({ days }: WorkingCalendar): Generator<[LocalDate, DayNature]> {
  for (const { off, worked, halfDaysOff, reasons, source, confidence } of days) {
    for (const date of [...off, ...worked, ...halfDaysOff.map((half) => half.date)]) {
      yield [date, { kind: 'decision', source, confidence }];
    }
    for (const { dates, kind, names, ...own } of reasons) {
      for (const date of dates) yield [date, { kind, source, confidence, ...own, ...(names ? { names } : {}) }];
    }
  }
}
