import type { LocalDate } from '#libs/domain/kernel';

/** A number taken from a register: the stream of the register, and the number. */
export interface RegisterNumber {
  readonly register: string;
  readonly number: number;
}

/**
 * The stream of a register (sổ đăng ký văn bản): `register-<body>-<series>-<year>`, one per body, series and calendar year
 * of the decision date (R45). Only `[a-z0-9-]` stands in it, and two registers never share a name: a text that is not plain
 * carries the hexadecimal of its UTF-8 bytes behind its readable form, so that QĐ (`qd--51c490`) and QD stay apart.
 */
export function registerStream(bodyId: string, series: string, date: LocalDate): string {
  return `register-${encoded(bodyId, '-')}-${encoded(series, '')}-${yearOf(date)}`;
}

/** The calendar year of a decision's date: a register ends with it and the numbers begin again at 1. */
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** The year of a register's stream. */
export const yearOfRegister = (register: string): number => Number(register.slice(-4));

/** The number that an event of a register stream gives: gap-free, because revisions are (R45). */
export const numberOf = (revision: number): number => revision + 1;

/** The number and sign as printed: `77/QĐ-UBND`. */
export const symbolOf = (number: number, sign: string): string => `${number}/${sign}`;

/** `joint` stands between the words; without one the text counts as plain only if it is a single word. */
function encoded(text: string, joint: '' | '-'): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const readable = words.join(joint);
  if (readable === text && text !== '') return text;
  const bytes = new TextEncoder().encode(text.normalize('NFC'));
  return `${readable}--${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
