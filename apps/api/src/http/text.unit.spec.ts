import { parseQuery, queryOf, readText } from './text.js';

const issueOf = (read: ReturnType<typeof readText>): unknown => (read.ok ? 'taken' : read.error.params?.['issues']);

describe('text that comes in', () => {
  it('is put together (NFC) wherever it stands, in names of fields too', () => {
    const pieces = (text: string) => text.normalize('NFD');
    const body = {
      title: pieces('Đỗ Thị Hường'),
      list: [pieces('Tổ Điện')],
      in: { [pieces('tên')]: pieces('Hoà') },
      n: 7,
    };
    expect(readText(body)).toEqual({
      ok: true,
      value: { title: 'Đỗ Thị Hường', list: ['Tổ Điện'], in: { tên: 'Hoà' }, n: 7 },
    });
  });

  it.each([
    ['NUL', { a: ['x\0'] }, '(root): holds NUL'],
    ['half a letter', { a: '\ud800' }, '(root): holds half a surrogate pair'],
    ['the other half, in a name', { '\udc00': 1 }, '(root): holds half a surrogate pair'],
    ['two names that are one', { ['ế'.normalize('NFD')]: 1, ế: 2 }, '(root): a field stands twice'],
  ])('is refused when it holds %s', (_, body, issue) => {
    expect(issueOf(readText(body))).toBe(issue);
  });

  it('keeps whole pairs, and marks of direction', () => {
    expect(readText('😀 \u200f')).toEqual({ ok: true, value: '😀 \u200f' });
  });

  it('is refused when it is nested deeper than anything means', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(issueOf(readText(nested(64)))).toBe('taken');
    expect(issueOf(readText(nested(65)))).toBe('(root): nested deeper than 64');
    expect(issueOf(readText(nested(100_000)))).toBe('(root): nested deeper than 64');
  });

  it('never touches what objects are made of', () => {
    const read = readText(JSON.parse('{"__proto__":{"admin":true},"constructor":1}') as object);
    expect(read.ok && Object.keys(read.value)).toEqual(['__proto__', 'constructor']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(Object.getPrototypeOf(read.ok && read.value)).toBe(Object.prototype);
  });
});

describe('a query string', () => {
  const read = (text: string) => queryOf(parseQuery(text));

  it('is read as names and texts', () => {
    expect(read('q=Ho%C3%A0+B%C3%ACnh&limit=5&empty=&bare')).toEqual({
      ok: true,
      value: { q: 'Hoà Bình', limit: '5', empty: '', bare: '' },
    });
    expect(read(`q=${encodeURIComponent('ế'.normalize('NFD'))}`)).toEqual({ ok: true, value: { q: 'ế' } });
  });

  it.each([
    ['limit=1&limit=2', 'query: a name stands twice'],
    ['__proto__=1&__proto__=2', 'query: a name stands twice'],
    ['q=%ff', 'query: not percent-encoded UTF-8'],
    ['q=%', 'query: not percent-encoded UTF-8'],
    ['q=%00', 'query: holds NUL'],
  ])('%s is refused', (text, issue) => {
    expect(issueOf(read(text))).toBe(issue);
  });

  it('is never the object that its names would make of it', () => {
    const query = parseQuery('__proto__=x&toString=y');
    expect(Object.entries(query)).toEqual([
      ['__proto__', 'x'],
      ['toString', 'y'],
    ]);
  });
});
