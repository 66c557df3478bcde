import type { LocalDate } from '#libs/domain/kernel';

/** A count as papers write it, so that nobody adds a figure: from one to nine with a zero before. `09`, `52`, `0`. */
export const countText = (count: number): string => (count > 0 && count < 10 ? `0${count}` : String(count));

/** How many there are of something: `09 tập thể`. */
export const counted = (count: number, of: string): string => `${countText(count)} ${of}`;

/**
 * A day as papers write it: days below ten and the months 1 and 2 with a zero. `ngày 05 tháng 01 năm 2026`,
 * `ngày 29 tháng 6 năm 2026` (Nghị định 30/2020, Phụ lục I).
 */
export function officialDay(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const monthText = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${day} tháng ${monthText} năm ${year}`;
}

/** A number below ten has a zero before it: `09/TTr-SNV`. What does not begin with a number stays as it was recorded. */
export const officialNumber = (number: string): string => number.trim().replace(/^(\d)(?=\/|$)/, '0$1');

/** All in capitals, by the letters of Vietnamese. */
export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** An amount in groups of three: `265.910.000`. */
export const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');

/**
 * A product divided, as one reckons by hand: `15,3`, `11,33…`. In whole numbers: no rounding hides on which side of a bar it
 * lies. At most two places; what goes on is marked.
 */
export function quotientText(product: number, divisor: number): string {
  let rest = product % divisor;
  const whole = (product - rest) / divisor;
  let places = '';
  while (rest > 0 && places.length < 2) {
    rest *= 10;
    const place = Math.floor(rest / divisor);
    places += String(place);
    rest -= place * divisor;
  }
  return `${whole}${places === '' ? '' : `,${places}`}${rest > 0 ? '…' : ''}`;
}

/** A text of law as the law files cite it, in a paper's words: `ND 161/2026/NĐ-CP` is `Nghị định số 161/2026/NĐ-CP`. */
export const citation = (source: string): string => source.replace(/^ND (?=\d)/, 'Nghị định số ');
