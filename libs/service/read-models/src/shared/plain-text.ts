/**
 * A text as people search for it: without tone and vowel marks, in lower case, đ as d. "Khối thi đua số 3" is found by
 * "khoi thi dua". Done here and not by the database, whose rules for letters depend on how it was installed: this is the only
 * place that folds letters.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

/** Huyền, sắc, ngã, hỏi, nặng; not the marks that make another vowel. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A word with its accents, in one spelling: lower case, however it was composed, and with the tone behind the syllable, so
 * that "Hoà" is "Hòa".
 */
export const accentedWord = (word: string): string => {
  const letters = word.toLowerCase().normalize('NFD');
  return letters.replace(TONES, '') + (letters.match(TONES) ?? []).join('');
};

/** The words of a text: letters with their marks, and digits; whatever stands between them parts them. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{Mn}]+/gu) ?? [];
