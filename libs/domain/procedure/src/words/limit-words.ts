import { unitsText } from '#libs/domain/calendar';
import type { Language } from '#libs/domain/kernel';
import type { ClockRule } from '../language/clock.schema.js';

/**
 * The limit of a clock in a few words: `20 ngày làm việc`, `trước 30/06 năm sau`; of one that nobody has read, that it is
 * unknown and what is proposed meanwhile.
 */
export function clockLimitText({ limit, designDefault }: ClockRule, language: Language): string {
  if ('day' in limit) {
    const [month, day] = limit.day.split('-');
    const year = { same: { vi: 'cùng năm', en: 'of the year' }, following: { vi: 'năm sau', en: 'of the next year' } };
    return { vi: `${day}/${month} ${year[limit.year].vi}`, en: `${day}/${month} ${year[limit.year].en}` }[language];
  }
  const { value, unit } = limit;
  if (value !== 'unknown') return spanText(value, unit, language);
  if (designDefault === undefined) return { vi: 'chưa rõ', en: 'unknown' }[language];
  const proposed = spanText(designDefault, unit, language);
  return { vi: `chưa rõ, tạm tính ${proposed}`, en: `unknown, taken as ${proposed}` }[language];
}

type Unit = Exclude<ClockRule['limit'], { readonly day: string }>['unit'];

const spanText = (value: number, unit: Unit, language: Language): string =>
  unit === 'year'
    ? { vi: `${value} năm`, en: `${value} ${value === 1 ? 'year' : 'years'}` }[language]
    : unitsText(value, unit, language);
