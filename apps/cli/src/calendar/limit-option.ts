import type { LimitUnit, Pause } from '#libs/domain/calendar';
import { type Instant, instantAt, localDate, toInstant } from '#libs/domain/kernel';

const units: Readonly<Record<string, LimitUnit>> = { wd: 'working_day', hd: 'half_day', cd: 'calendar_day' };

/** `5wd`, `3hd`, `15cd`: working days, half-days, calendar days. */
export function parseLimit(text: string): { readonly value: number; readonly unit: LimitUnit } | undefined {
  const [, digits = '', short = ''] = /^(\d{1,4})(wd|hd|cd)$/.exec(text) ?? [];
  const unit = units[short];
  const value = Number(digits);
  return unit && value > 0 ? { value, unit } : undefined;
}

/** A moment with an offset, or a day: then its beginning in the office (Asia/Ho_Chi_Minh). */
export function parseStart(text: string): Instant | undefined {
  return localDate().safeParse(text).success ? instantAt(text, '00:00') : toInstant(text);
}

/** `2026-08-24T09:00+07:00/2026-08-26T10:00+07:00`. */
export function parsePause(text: string): Pause | undefined {
  const [from, to, more] = text.split('/').map(parseStart);
  return from && to && from <= to && more === undefined ? { from, to } : undefined;
}
