import { Temporal } from 'temporal-polyfill';
import { type Instant, type LocalDate, OFFICE_TIME_ZONE } from './time.js';

/** The languages in which the system speaks to people; Vietnamese first. */
export type Language = 'vi' | 'en';

export const languages = ['vi', 'en'] as const satisfies readonly Language[];

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** From Monday to Sunday, as ISO 8601 counts them. */
const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<Language, readonly string[]>;

/** A day as offices write it, in both languages: `27/08/2026`. */
export function dayText(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** A day with its weekday: `thứ Năm 27/08/2026`. */
export function weekdayText(date: LocalDate, language: Language): string {
  return `${weekdays[language][Temporal.PlainDate.from(date).dayOfWeek - 1]} ${dayText(date)}`;
}

/** A moment by the office's clock (Asia/Ho_Chi_Minh), to the minute that has begun: `09:05 27/08/2026`. */
export function momentText(instant: Instant): string {
  const { date, time } = officeTimeOf(instant);
  return `${time} ${dayText(date.toString())}`;
}

/**
 * A due moment, with its weekday: `17:00 thứ Năm 27/08/2026`. Spelt out here and not by `Intl`: what a timeline or a letter
 * says must not depend on the machine's locale data.
 */
export function dueText(instant: Instant, language: Language): string {
  const { date, time } = officeTimeOf(instant);
  return `${time} ${weekdayText(date.toString(), language)}`;
}

/** An amount of money in đồng: `265.910.000 đồng`, `VND 265,910,000`. */
export function dongText(amount: number, language: Language): string {
  const grouped = (separator: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, separator);
  return language === 'vi' ? `${grouped('.')} đồng` : `VND ${grouped(',')}`;
}

/** What has no number, or not yet, is called by the first figures of its id, as pages show it. */
export const shortId = (id: string): string => id.slice(0, 8);

function officeTimeOf(instant: Instant): { readonly date: Temporal.PlainDate; readonly time: string } {
  const here = Temporal.Instant.from(instant).toZonedDateTimeISO(OFFICE_TIME_ZONE);
  return { date: here.toPlainDate(), time: here.toPlainTime().toString().slice(0, 5) };
}
