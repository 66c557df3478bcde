import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { tidy } from './column-table.js';
import { type ColumnName, type NomineeRow, columnNames, columns } from './nominee-columns.js';
import { parseNomineeCsv } from './nominee-csv.js';
import { type RowError, RowErrors, sentenceOfRowError } from './row-error.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) =>
  readFileSync(new URL(`../../../../../test/fixtures/csv/${name}.csv`, import.meta.url));
const HEADINGS = 'loại;họ và tên / tên tập thể;giới tính;đối tượng;đơn vị;cụm, khối';
const list = (...rows: string[]) => bytesOf([HEADINGS, ...rows].join('\n'));

function errorsOf(bytes: Uint8Array): readonly RowError[] {
  const result = parseNomineeCsv(bytes);
  if (result.ok) throw new Error('the list was accepted');
  return result.error;
}
const placesOf = (bytes: Uint8Array) => errorsOf(bytes).map(({ code, line, column }) => `${line}:${column} ${code}`);

const FOUR: readonly NomineeRow[] = [
  { kind: 'collective', name: 'Phòng Kế hoạch – Tài chính', unit: 'Sở Xây dựng', cluster: 'Khối thi đua số 3' },
  { kind: 'individual', name: 'Nguyễn Thị Hạnh', sex: 'female', standing: 'direct_worker', unit: 'Sở Xây dựng', cluster: 'Khối thi đua số 3' },
  { kind: 'individual', name: 'Trần Văn Đức', sex: 'male', standing: 'leader', unit: 'Sở Tư pháp', cluster: 'Khối thi đua số 3' },
  { kind: 'household', name: 'Hộ ông Vừ A Páo', unit: 'Xã Tân Lập', cluster: 'Cụm thi đua số 1' },
]; // prettier-ignore

describe('a list of nominees is read', () => {
  test.each(['good-semicolon', 'good-comma-bilingual'])('from %s', (name) => {
    expect(parseNomineeCsv(fixture(name))).toEqual({ ok: true, value: FOUR });
  });

  test('with English headings in another order, and English values in any case', () => {
    const text = 'unit,Cluster,KIND,standing,sex,name\nSở Y tế,,Individual,direct_worker,FEMALE,Đỗ An\n';
    const value = [{ kind: 'individual', name: 'Đỗ An', sex: 'female', standing: 'direct_worker', unit: 'Sở Y tế' }];
    expect(parseNomineeCsv(bytesOf(text))).toEqual({ ok: true, value });
  });

  test('in NFC with single spaces, however it was typed', () => {
    const typed = `  ${'Nguyễn'.normalize('NFD')}\u00a0\u00a0Thị   Hạnh `;
    const result = parseNomineeCsv(list(`cá nhân;${typed};nữ;trực tiếp;Sở Y tế;`));
    expect(result.ok && result.value[0]?.name).toBe('Nguyễn Thị Hạnh');
  });

  test('without empty lines and lines of separators, which spreadsheets leave behind', () => {
    const result = parseNomineeCsv(list('', 'tập thể;Đội 4;;;Sở Y tế;', ';;;;;', '', ''));
    expect(result.ok && result.value).toHaveLength(1);
  });

  test('with names from other languages, which are no spoilt Vietnamese', () => {
    const names = ['Y Krông Niê', "H'Hen Niê", 'K’Brôih', 'José Müller', 'Siu Hlữk', 'Ksor Phước', 'Ro Đăm', 'Anaïs'];
    const result = parseNomineeCsv(list(...names.map((name) => `cá nhân;${name};nam;trực tiếp;Sở Y tế;`)));
    expect(result.ok && result.value.map(({ name }) => name)).toEqual(names);
  });

  test('with 2,000 rows', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => `tập thể;Đội ${index};;;Sở Y tế;`);
    const result = parseNomineeCsv(list(...rows));
    expect(result.ok && result.value).toHaveLength(2_000);
  });
});

describe('a list of nominees is refused, with line and column', () => {
  test('when a heading is wrong, twice or missing', () => {
    expect(placesOf(fixture('wrong-column'))).toEqual([
      '1:3 CSV_COLUMN_UNKNOWN',
      '1:5 CSV_COLUMN_TWICE',
      '1:7 CSV_COLUMN_MISSING',
      '1:8 CSV_COLUMN_MISSING',
    ]);
  });

  test('for everything that is wrong in it at once', () => {
    expect(placesOf(fixture('many-faults'))).toEqual([
      '6:3 CSV_CELL_EMPTY',
      '7:3 CSV_VALUE_UNKNOWN',
      '8:1 CSV_VALUE_UNKNOWN',
      '9:3 CSV_CELL_NOT_EMPTY',
      '10:6 CSV_ROW_LENGTH',
      '11:2 CSV_CONTROL_CHARACTER',
      '12:2 CSV_CONTROL_CHARACTER',
      '12:5 CSV_CELL_EMPTY',
    ]);
  });

  test('when a nominee stands twice, and names the other line', () => {
    const [error, ...others] = errorsOf(fixture('duplicate'));
    expect(others).toEqual([]);
    expect(error).toMatchObject({ code: 'CSV_NOMINEE_TWICE', line: 6, column: 2, params: { line: 3 } });
  });

  test('when the tone mark is all that differs in place', () => {
    const rows = ['cá nhân;Lê Thị Hòa;nữ;trực tiếp;Sở Y tế;', 'cá nhân;Lê Thị Hoà;nữ;lãnh đạo;Sở Y tế;'];
    expect(placesOf(list(...rows))).toEqual(['3:2 CSV_NOMINEE_TWICE']);
    expect(parseNomineeCsv(list(rows[0]!, 'cá nhân;Lê Thị Hoa;nữ;trực tiếp;Sở Y tế;')).ok).toBe(true);
  });

  test('at row 2,001', () => {
    const rows = Array.from({ length: 2_001 }, (_, index) => `tập thể;Đội ${index};;;Sở Y tế;`);
    expect(placesOf(list(...rows))).toEqual(['2002:1 CSV_TOO_MANY_ROWS']);
  });

  test.each([
    ['quote-not-closed', '6:2 CSV_QUOTES_UNBALANCED'],
    ['quote-inside', '6:2 CSV_QUOTES_UNBALANCED'],
    ['tabs', '1:1 CSV_TAB_SEPARATED'],
    ['headings-only', '1:1 CSV_FILE_EMPTY'],
    ['utf-16', '1:1 CSV_ENCODING_UTF16'],
  ])('for %s', (name, error) => {
    expect(placesOf(fixture(name))).toEqual([error]);
  });

  test('for an empty file, and for one that is too large to be a list', () => {
    expect(placesOf(bytesOf(''))).toEqual(['1:1 CSV_FILE_EMPTY']);
    expect(placesOf(new Uint8Array(8 * 1024 * 1024 + 1))).toEqual(['1:1 CSV_FILE_TOO_LARGE']);
  });

  test('for a cell that is too long, and one with a line break', () => {
    const rows = [`tập thể;${'Đội '.repeat(51)};;;Sở Y tế;`, 'tập thể;"Đội 4\nĐội 5";;;Sở Y tế;', 'tập thể;;;;;'];
    expect(placesOf(list(...rows))).toEqual([
      '2:2 CSV_CELL_TOO_LONG',
      '3:2 CSV_CONTROL_CHARACTER',
      '5:2 CSV_CELL_EMPTY',
      '5:5 CSV_CELL_EMPTY',
    ]);
  });

  test('with at most 100 errors', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `nhóm;Đội ${index};;;Sở Y tế;`);
    expect(errorsOf(list(...rows))).toHaveLength(RowErrors.MOST);
  });
});

describe('letters that are no Unicode are recognised', () => {
  test.each([
    ['windows-1258', 'CSV_ENCODING_WINDOWS', 'Windows-1258'],
    ['tcvn3', 'CSV_ENCODING_LEGACY', 'TCVN3 (ABC)'],
    ['vni', 'CSV_ENCODING_LEGACY', 'VNI-Windows'],
    ['tcvn3-saved-as-utf8', 'CSV_LEGACY_TEXT', 'TCVN3 (ABC)'],
    ['vni-saved-as-utf8', 'CSV_LEGACY_TEXT', 'VNI-Windows'],
    ['twice-encoded', 'CSV_LEGACY_TEXT', 'UTF-8 → Windows-1252'],
  ])('%s', (name, code, encoding) => {
    const [first] = errorsOf(fixture(name));
    expect(first).toMatchObject({ code, line: 1, column: 1, params: { encoding } });
  });

  test('a Western file', () => {
    const latin1 = Uint8Array.from('kind;name;sex;standing;unit;cluster\nindividual;José;', (c) => c.charCodeAt(0));
    expect(errorsOf(latin1)).toMatchObject([
      { code: 'CSV_ENCODING_WINDOWS', line: 2, column: 2, params: { encoding: 'Windows-1252', byte: '0xE9' } },
    ]);
  });

  test('a sequence that is cut off, and an overlong one', () => {
    for (const wrong of [[0xe1, 0xbb], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff]]) {
      expect(placesOf(Buffer.concat([list('tập thể;'), Uint8Array.from(wrong)]))[0]).toMatch(/^2:2 CSV_ENCODING_/);
    }
  });

  test('one spoilt cell among good ones, beside the other errors', () => {
    const rows = [
      'tập thể;Đội 4;;;Së Y tÕ;',
      'tập thể;Đội 5;;;S? Y t?;',
      'tập thể;Ðội 6;;;Sở Y tế;',
      'nhóm;Đội 7;;;Sở Y tế;',
    ];
    expect(placesOf(list(rows[0]!))).toEqual(['2:5 CSV_LEGACY_TEXT']);
    expect(placesOf(list(...rows.slice(1)))).toEqual([
      '2:5 CSV_LETTERS_LOST',
      '3:2 CSV_LOOKALIKE_LETTER',
      '4:1 CSV_VALUE_UNKNOWN',
    ]);
  });

  test('but a single word that only might be spoilt is let through', () => {
    expect(parseNomineeCsv(list('cá nhân;Bå Anders;nam;trực tiếp;Sở Y tế;')).ok).toBe(true);
    expect(placesOf(list('cá nhân;Hå Anders;nam;trực tiếp;Bå;'))).toContain('2:2 CSV_LEGACY_TEXT');
  });
});

describe('an error is said in both languages', () => {
  const [, error] = errorsOf(fixture('many-faults'));
  test('in Vietnamese', () => {
    expect(sentenceOfRowError(error!, 'vi')).toBe(
      'Dòng 7, cột 3 (giới tính): Giá trị không hợp lệ; chỉ nhận: nam (male), nữ (female). Đang ghi: “bà”.',
    );
  });
  test('in English', () => {
    expect(sentenceOfRowError(error!, 'en')).toBe(
      'Line 7, column 3 (giới tính): Not a known value; accepted are: nam (male), nữ (female). It says: “bà”.',
    );
  });
});

describe('any valid list comes back as it was written', () => {
  const syllable = fc.constantFrom('Nguyễn', 'Thị', 'Hạnh', 'Đức', 'Ánh', 'Phượng', 'Quỳnh', 'Niê', "H'Mai", 'Vừ', 'A');
  const label = fc
    .tuple(
      fc.array(syllable, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('', ' "giỏi"', ', số 3', '; tổ 1', ' = 7'),
    )
    .map(([words, rest]) => tidy(words.join(' ') + rest));
  const nominee = fc
    .tuple(fc.constantFrom('individual', 'collective', 'household'), label, label, fc.option(label, { nil: undefined }))
    .chain(([kind, name, unit, cluster]) =>
      fc
        .tuple(fc.constantFrom('female', 'male'), fc.constantFrom('direct_worker', 'leader'))
        .map(([sex, standing]) => ({
          kind,
          name,
          ...(kind === 'individual' ? { sex, standing } : {}),
          unit,
          ...(cluster === undefined ? {} : { cluster }),
        })),
    );
  const rows = fc.uniqueArray(nominee, {
    minLength: 1,
    maxLength: 20,
    selector: ({ kind, name, unit }) => `${kind}|${name}|${unit}`.toLowerCase(),
  });

  const write = (nominees: readonly NomineeRow[], delimiter: string, newline: string, language: 0 | 1) => {
    const quote = (cell: string) => (/[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const word = (name: ColumnName, value = '') => columns[name].values?.[value]?.[language] ?? value;
    const lines = [
      columnNames.map((name) => columns[name].headings[language]),
      ...nominees.map((row) => columnNames.map((name) => word(name, row[name]))),
    ];
    return lines.map((cells) => cells.map(quote).join(delimiter)).join(newline);
  };

  test('with either separator, any line ending, either language, with or without a byte order mark, composed or not', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(0 as const, 1 as const),
        fc.constantFrom('', '\ufeff'),
        fc.constantFrom('NFC', 'NFD'),
        (nominees, delimiter, newline, language, mark, form) => {
          const text = mark + write(nominees, delimiter, newline, language).normalize(form);
          expect(parseNomineeCsv(bytesOf(text))).toEqual({ ok: true, value: nominees });
        },
      ),
    );
  });
});

describe('a list of nominees may say besides', () => {
  const rows = (head: string, ...lines: string[]) => bytesOf([`${HEADINGS};${head}`, ...lines].join('\n'));
  const person = 'cá nhân;Đỗ An;nữ;trực tiếp;Sở Y tế;';

  test.each([
    ['hạng Nhất', 'hang-1'],
    ['Nhì', 'hang-2'],
    ['BA', 'hang-3'],
    ['hạng 3', 'hang-3'],
    ['second class', 'hang-2'],
    ['huy-chuong', 'huy-chuong'],
  ])('for which grade he is proposed, as %s', (written, grade) => {
    expect(parseNomineeCsv(rows('hạng', `${person};${written}`))).toMatchObject({ ok: true, value: [{ grade }] });
  });

  test('and no grade that is none, nor of a person what only a collective has', () => {
    expect(placesOf(rows('hạng', `${person};hạng Đặc biệt!`))).toEqual(['2:7 CSV_VALUE_UNKNOWN']);
    expect(placesOf(rows('số thành viên', `${person};12`))).toEqual(['2:7 CSV_CELL_NOT_OF_COLLECTIVE']);
  });
});
