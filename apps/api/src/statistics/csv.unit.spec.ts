import { cell } from './csv.js';

describe('a cell of a table for spreadsheets', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+84', "'+84"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['a=b', 'a=b'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['=a,"b"', `"'=a,""b"""`],
    ['khối 3', 'khối 3'],
  ])('%s becomes %s', (text, safe) => {
    expect(cell(text)).toBe(safe);
  });

  it('leaves numbers what they are', () => {
    expect(cell(-3)).toBe('-3');
  });
});
