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
  /** What a notice makes of the day: worked on a weekend, or off, as a whole or by half. */
  readonly effect?: 'worked' | 'off' | 'am_off' | 'pm_off';
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
    const effects = new Map<LocalDate, NonNullable<DayNature['effect']>>([
      ...off.map((date) => [date, 'off'] as const),
      ...worked.map((date) => [date, 'worked'] as const),
      ...halfDaysOff.map(({ date, part }) => [date, `${part}_off`] as const),
    ]);
    for (const [date, effect] of effects) yield [date, { kind: 'decision', source, confidence, effect }];
    for (const { dates, kind, names, ...own } of reasons) {
      for (const date of dates) {
        const effect = effects.get(date);
        const said = { ...(names ? { names } : {}), ...(effect ? { effect } : {}) };
        yield [date, { kind, source, confidence, ...own, ...said }];
      }
    }
  }
}
