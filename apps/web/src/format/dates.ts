import { spoken } from '../words/words.js';

/** The office's own clock, wherever the browser stands. */
export const OFFICE_ZONE = 'Asia/Ho_Chi_Minh';

/** A day without an hour is no moment: it is read as the office's noon, which is the same day in the office. */
const momentOf = (at: string | Date): Date =>
  at instanceof Date ? at : new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00+07:00` : at);

/** Made once: to make one costs more than to use it a hundred times. */
const office = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const parts = (at: string | Date): Record<string, string> =>
  Object.fromEntries(office.formatToParts(momentOf(at)).map(({ type, value }) => [type, value]));

/** `25/09/2026`, in both languages: what stands on the paper is what stands here. */
export function day(at: string | Date): string {
  const { day, month, year } = parts(at);
  return `${day}/${month}/${year}`;
}

/** `25/09`: where the year is that of everything around. */
export function shortDay(at: string | Date): string {
  const { day, month } = parts(at);
  return `${day}/${month}`;
}

/** `17:00` */
export function hour(at: string | Date): string {
  const { hour, minute } = parts(at);
  return `${hour}:${minute}`;
}

/** `09:41:07` */
export function second(at: string | Date): string {
  const { hour, minute, second } = parts(at);
  return `${hour}:${minute}:${second}`;
}

/** `17:00 25/09/2026` */
export const moment = (at: string | Date): string => `${hour(at)} ${day(at)}`;

/** `2026-09-25`: the day in the office, for comparing and for the API. */
export function isoDay(at: string | Date): string {
  const { day, month, year } = parts(at);
  return `${year}-${month}-${day}`;
}

const weekdays = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone: OFFICE_ZONE, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: OFFICE_ZONE, weekday: 'long' }),
};

/** `thứ Sáu`, `Friday` */
export function weekday(at: string | Date): string {
  const name = weekdays[spoken()].format(momentOf(at));
  return name.replace('Thứ', 'thứ').replace('Chủ Nhật', 'Chủ nhật');
}
