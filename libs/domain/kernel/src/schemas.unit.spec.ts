import { freeText, id, instant, label, localDate, personal, personalSubjectOf } from './index.js';

describe('A text from outside', () => {
  it.each([
    ['a label', label()],
    ['a free text', freeText()],
  ])('as %s is kept in NFC, so that the same name typed on two machines is the same', (_what, schema) => {
    const decomposed = 'Nguyễn Thị Đoan'.normalize('NFD');
    expect(decomposed).not.toBe('Nguyễn Thị Đoan');
    expect(schema.parse(`  ${decomposed} `)).toBe('Nguyễn Thị Đoan');
  });

  it('is neither empty nor blank nor longer than allowed', () => {
    for (const text of ['', '   ', 'x'.repeat(6)]) expect(label(5).safeParse(text).success).toBe(false);
  });
});

describe('A day from outside', () => {
  it.each(['2026-02-29', '21/08/2026', '2026-8-1', '2026-08-21T00:00:00Z'])('is not “%s”', (text) => {
    expect(localDate().safeParse(text).success).toBe(false);
  });

  it('is a day of the calendar, leap days included', () => {
    expect(localDate().parse('2028-02-29')).toBe('2028-02-29');
  });
});

describe('A moment from outside', () => {
  it('is kept in UTC', () => {
    expect(instant().parse('2026-08-21T09:00:00+07:00')).toBe('2026-08-21T02:00:00.000Z');
  });

  it('without an offset is refused: nobody could say whose clock it is', () => {
    expect(instant().safeParse('2026-08-21T09:00:00').error?.issues[0]?.message).toBe('not a moment with an offset');
  });
});

describe('An id', () => {
  it.each(['', '-a', 'a b', 'a/b', 'đ', 'a'.repeat(81)])('is not “%s”', (text) => {
    expect(id().safeParse(text).success).toBe(false);
  });
});

describe('Personal data', () => {
  it('is marked on the schema itself, and on no other', () => {
    expect(personalSubjectOf(personal(label(), 'nominee'))).toBe('nominee');
    expect(personalSubjectOf(freeText())).toBe('dossier');
    expect(personalSubjectOf(label())).toBeUndefined();
  });
});
