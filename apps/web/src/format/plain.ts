/** A text as it is looked for: without marks and capitals, so that “đề nghị” is found by `de nghi`. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLocaleLowerCase('vi');
