import type { Bilingual } from '#libs/domain/kernel';

/** How a name, a date or a day has to be written, by the pattern that the language has for it. */
const forms: readonly (readonly [pattern: RegExp, words: Bilingual])[] = [
  [
    /^[a-z][a-z0-9._-]*$/,
    {
      vi: 'viết bằng chữ thường không dấu, số và . _ -, bắt đầu bằng chữ',
      en: 'is written in small letters without accents, figures and . _ -, and begins with a letter',
    },
  ],
  [
    /^[a-z][a-z0-9_-]*$/,
    {
      vi: 'viết bằng chữ thường không dấu, số và _ -, bắt đầu bằng chữ',
      en: 'is written in small letters without accents, figures and _ -, and begins with a letter',
    },
  ],
  [
    /^[a-z][a-z0-9-]*$/,
    {
      vi: 'viết bằng chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ',
      en: 'is written in small letters without accents, figures and hyphens, and begins with a letter',
    },
  ],
  [
    /^[A-Z][A-Z0-9_]*$/,
    {
      vi: 'viết bằng chữ hoa không dấu, số và _, bắt đầu bằng chữ',
      en: 'is written in capitals without accents, figures and _, and begins with a letter',
    },
  ],
  [
    /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    {
      vi: 'là ngày trong năm, viết tháng-ngày: 06-30 là ngày 30 tháng 6',
      en: 'is a day of the year, month-day: 06-30 is the 30th of June',
    },
  ],
  [
    /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/,
    {
      vi: 'là đường dẫn đến một quy định trong tệp, các phần cách nhau bằng dấu chấm: votes.ballot.threshold',
      en: 'is the path of a rule in the file, its parts separated by full stops: votes.ballot.threshold',
    },
  ],
];

const byPattern: ReadonlyMap<string, Bilingual> = new Map(forms.map(([{ source }, words]) => [source, words]));

/** How something of this pattern is written; `undefined` for a pattern that has no words of its own. */
export const nameForm = (pattern: string): Bilingual | undefined => byPattern.get(pattern);

/** Ngày: `2026-12-31`. */
export const dateForm: Bilingual = {
  vi: 'là ngày, viết năm-tháng-ngày: 2026-12-31 là ngày 31/12/2026',
  en: 'is a date, year-month-day: 2026-12-31 is the 31st of December 2026',
};

/** What is written otherwise than the language has it, and of which nothing better is known. */
export const otherForm: Bilingual = { vi: 'viết theo dạng khác', en: 'is written in another form' };
