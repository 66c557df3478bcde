import { accentedWord, plainText, wordsOf } from './plain-text.js';

/** Every letter of the Vietnamese alphabet that is not ASCII, by the vowel or consonant it is written without marks. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'àáảãạăằắẳẵặâầấẩẫậ',
  d: 'đ',
  e: 'èéẻẽẹêềếểễệ',
  i: 'ìíỉĩị',
  o: 'òóỏõọôồốổỗộơờớởỡợ',
  u: 'ùúủũụưừứửữự',
  y: 'ỳýỷỹỵ',
};

describe('a text as people search for it', () => {
  it.each(Object.entries(LETTERS))(
    'has %s for each of %s, in both cases and however it is composed',
    (plain, letters) => {
      for (const letter of letters) {
        for (const form of ['NFC', 'NFD'] as const) {
          expect(plainText(letter.normalize(form))).toBe(plain);
          expect(plainText(letter.toUpperCase().normalize(form))).toBe(plain);
        }
      }
    },
  );

  it('has a plain letter for every letter from U+00C0 to U+1EF9 that has marks at all', () => {
    for (let code = 0xc0; code <= 0x1ef9; code++) {
      const letter = String.fromCodePoint(code);
      const [base = '', ...marks] = letter.normalize('NFD');
      if (marks.length > 0 && /^[a-z]$/i.test(base) && marks.every((mark) => /\p{Mn}/u.test(mark)))
        expect(plainText(letter)).toBe(base.toLowerCase());
    }
    // All of the block that Unicode made for Vietnamese.
    for (let code = 0x1ea0; code <= 0x1ef9; code++) expect(plainText(String.fromCodePoint(code))).toMatch(/^[aeiouy]$/);
  });

  it('keeps its words apart and nothing else', () => {
    expect(wordsOf('Tổ 1, “Đổi mới” – 87/2026 (50%)')).toEqual(['Tổ', '1', 'Đổi', 'mới', '87', '2026', '50']);
    expect(wordsOf('Đổi mới'.normalize('NFD')).map(plainText)).toEqual(['doi', 'moi']);
    expect(wordsOf('%_\\')).toEqual([]);
  });
});

describe('a word with its accents', () => {
  it('is the same wherever the tone was put, in whatever case and composition', () => {
    for (const [one, other] of [
      ['Hoà', 'Hòa'],
      ['THUỶ', 'thủy'],
      ['khoẻ', 'khỏe'],
      ['Nguyễn', 'Nguyễn'.normalize('NFD')],
    ])
      expect(accentedWord(one ?? '')).toBe(accentedWord(other ?? ''));
  });

  it('is another one with another tone, another vowel or none', () => {
    const words = ['hoa', 'hoà', 'hoá', 'hoả', 'hoã', 'hoạ', 'hơa', 'hôa', 'đoa', 'doa'].map(accentedWord);
    expect(new Set(words).size).toBe(words.length);
  });
});
