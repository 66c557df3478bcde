import type { Bilingual, Language } from '#libs/domain/kernel';
import type { LimitUnit, TimeLimit } from './time-limit.js';

const unitNames: Readonly<Record<LimitUnit, Bilingual>> = {
  working_day: { vi: 'ngày làm việc', en: 'working day' },
  calendar_day: { vi: 'ngày', en: 'calendar day' },
  half_day: { vi: 'buổi làm việc', en: 'half-day' },
};

/** So many units of a limit: `5 ngày làm việc`, `1 working day`. */
export function unitsText(value: number, unit: LimitUnit, language: Language): string {
  const name = unitNames[unit][language];
  return `${value} ${language === 'en' && value !== 1 ? `${name}s` : name}`;
}

/** A limit in words: `5 ngày làm việc, không tính ngày đầu`. */
export function limitText({ value, unit, firstDayCounted }: TimeLimit, language: Language): string {
  const half = unit === 'half_day';
  const first = {
    vi: `${firstDayCounted ? 'tính cả' : 'không tính'} ${half ? 'buổi' : 'ngày'} đầu`,
    en: `the first ${half ? 'half-day' : 'day'} ${firstDayCounted ? 'counted' : 'not counted'}`,
  }[language];
  return `${unitsText(value, unit, language)}, ${first}`;
}
