import type { LimitUnit, Pause } from '#libs/domain/calendar';
import { type Instant, instantAt, localDate, toInstant } from '#libs/domain/kernel';

const units: Readonly<Record<string, LimitUnit>> = { wd: 'working_day', hd: 'half_day', cd: 'calendar_day' };

/** `5wd`, `3hd`, `15cd`: working days, half-days, calendar days. */
export function parseLimit(text: string): { readonly value: number; readonly unit: LimitUnit } | undefined {
  const [, digits = '', short = ''] = /^(\d{1,4})(wd|hd|cd)$/.exec(text.toLowerCase()) ?? [];
  const unit = units[short];
  const value = Number(digits);
  return unit && value > 0 ? { value, unit } : undefined;
}

/** A moment with an offset, or a day (`2026-08-21`, `21/08/2026`): then its beginning in the office (Asia/Ho_Chi_Minh). */
export function parseStart(text: string): Instant | undefined {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const day = year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return localDate().safeParse(day).success ? instantAt(day, '00:00') : toInstant(text);
}

/** `2026-08-24T09:00+07:00/2026-08-26T10:00+07:00`, `24/08/2026/26/08/2026`: cut where both parts are one. */
export function parsePause(text: string): Pause | undefined {
  const parts = text.split('/');
  for (let cut = 1; cut < parts.length; cut++) {
    const from = parseStart(parts.slice(0, cut).join('/'));
    const to = parseStart(parts.slice(cut).join('/'));
    if (from && to) return from <= to ? { from, to } : undefined;
  }
  return undefined;
}
