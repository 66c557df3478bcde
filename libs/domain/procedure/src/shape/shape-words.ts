import type { Bilingual } from '#libs/domain/kernel';
import { acts } from '../act.js';
import { actingRoles } from '../language/names.schema.js';

/** What sort of value it is, as whoever writes the file sees it. */
const sorts: Readonly<Record<string, Bilingual>> = {
  string: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách [ ]', en: 'a list [ ]' },
  object: { vi: 'nhóm mục { }', en: 'a group of entries { }' },
  record: { vi: 'nhóm mục { }', en: 'a group of entries { }' },
  null: { vi: 'null', en: 'null' },
};

export const sortNames = (sort: string): Bilingual => sorts[sort] ?? { vi: sort, en: sort };

/** What stands there, with its sort: `chữ “5”`. */
export function told(value: unknown): Bilingual {
  if (typeof value === 'string') return { vi: `chữ “${value}”`, en: `the text “${value}”` };
  if (typeof value === 'number') return { vi: `số ${value}`, en: `the number ${value}` };
  if (typeof value === 'boolean' || value === null) return { vi: String(value), en: String(value) };
  return sortNames(Array.isArray(value) ? 'array' : 'object');
}

const either = (all: readonly Bilingual[]): Bilingual => {
  const once = all.filter(({ vi }, index) => all.findIndex((other) => other.vi === vi) === index);
  return { vi: once.map(({ vi }) => vi).join(' hoặc '), en: once.map(({ en }) => en).join(' or ') };
};

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

export const missing = (key: string, expected?: Bilingual): Bilingual => ({
  vi: `thiếu mục “${key}”${expected ? ` (${expected.vi})` : ''}`,
  en: `the entry “${key}” is missing${expected ? ` (${expected.en})` : ''}`,
});

export const missingOneOf = (keys: readonly string[]): Bilingual => ({
  vi: `phải có một trong các mục ${quoted(keys)}`,
  en: `one of the entries ${quoted(keys)} has to stand here`,
});

/** A number in quotation marks is the commonest slip of this sort: it is shown how it is written. */
export function wrongSort(expected: readonly Bilingual[], value: unknown, number: boolean): Bilingual {
  const { vi, en } = either(expected);
  const got = told(value);
  const figure = number && typeof value === 'string' && /^-?\d+$/.test(value);
  return {
    vi: `phải là ${vi}, không phải ${got.vi}${figure ? `; viết ${value}, không có ngoặc kép` : ''}`,
    en: `it has to be ${en}, not ${got.en}${figure ? `; write ${value}, without quotation marks` : ''}`,
  };
}

/** What a word that is none of those that may stand there was meant to be: its sort by the words that there are. */
const kindOf = (known: readonly string[]): Bilingual => {
  const all = new Set(known);
  if (acts.every((act) => all.has(act))) return { vi: 'việc', en: 'act' };
  if (actingRoles.every((role) => all.has(role))) return { vi: 'vai trò', en: 'role' };
  return { vi: 'giá trị', en: 'value' };
};

export function unknownWord(word: string, known: readonly string[]): Bilingual {
  const kind = kindOf(known);
  return { vi: `không có ${kind.vi} “${word}”`, en: `there is no ${kind.en} “${word}”` };
}

export function unknownKey(key: string, known: readonly string[]): Bilingual {
  const kind = kindOf(known);
  if (kind.en !== 'value') return unknownWord(key, known);
  return { vi: `không có mục nào tên là “${key}”`, en: `there is no entry called “${key}”` };
}

export const onlyThis = (value: unknown): Bilingual => ({
  vi: `chỉ có thể là ${JSON.stringify(value)}`,
  en: `it can only be ${JSON.stringify(value)}`,
});

export const wrongForm = (text: string, form: Bilingual): Bilingual => ({
  vi: `“${text}” không đúng dạng; ở đây ${form.vi}`,
  en: `“${text}” does not fit; what stands here ${form.en}`,
});

/** `officer@mp`: the role is one, and what follows it is no code of a level. */
export const wrongLevelOfRole = (text: string): Bilingual => ({
  vi: `“${text}” không đúng dạng; sau vai trò là @ và mã cấp viết hoa, ví dụ officer@MP`,
  en: `“${text}” does not fit; after the role stand @ and the code of a level in capitals, such as officer@MP`,
});

export function tooLittle(origin: string, minimum: number | bigint, inclusive: boolean): Bilingual {
  if (origin === 'string') return { vi: 'không được để trống', en: 'it may not be empty' };
  if (origin === 'number' || origin === 'int') {
    return inclusive
      ? { vi: `phải từ ${minimum} trở lên`, en: `it has to be ${minimum} or more` }
      : { vi: `phải lớn hơn ${minimum}`, en: `it has to be more than ${minimum}` };
  }
  return { vi: `cần ít nhất ${minimum} mục`, en: `it needs ${minimum} at least` };
}

export function tooMuch(origin: string, maximum: number | bigint): Bilingual {
  if (origin === 'string') return { vi: `dài quá ${maximum} ký tự`, en: `it is longer than ${maximum} characters` };
  return { vi: `không được quá ${maximum}`, en: `it may not be more than ${maximum}` };
}

/** The one rule of the language that is no matter of shape. */
export const twice: Bilingual = { vi: 'có hai mục cùng id', en: 'an id stands twice' };
