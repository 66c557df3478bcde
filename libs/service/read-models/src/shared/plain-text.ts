/**
 * A text as people search for it: without tone and vowel marks, in lower case, đ as d. "Khối thi đua số 3" is found by
 * "khoi thi dua". Done here and not by the database, whose rules for letters depend on how it was installed.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
