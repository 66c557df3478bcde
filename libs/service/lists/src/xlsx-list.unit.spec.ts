import { deflateRawSync } from 'node:zlib';
import { type CellValue, writeXlsx, type WriteSheet } from 'hucre';
import { readNomineeList, readPastAwardList, sentenceOfRowError } from './index.js';

const AWARDS = ['loại', 'họ và tên', 'đơn vị', 'mã khen thưởng', 'mã định danh', 'ngày sinh', 'năm thành tích'];
const row = (...more: CellValue[]): CellValue[] => ['cá nhân', 'Lò Thị Mẫu', 'Trạm bơm số 2', 'CSTDCS', ...more];
const workbook = (rows: CellValue[][], more: Partial<WriteSheet> = {}) =>
  writeXlsx({ sheets: [{ name: 'Danh sách', rows, ...more }] });

async function errorsOf(bytes: Uint8Array) {
  const read = await readPastAwardList(bytes);
  if (read.ok) throw new Error('The list was accepted.');
  return read.error;
}
const placesOf = async (bytes: Uint8Array) =>
  (await errorsOf(bytes)).map(({ sheet, line, column, code }) => `${sheet ?? ''} ${line}:${column} ${code}`.trim());

/** An archive of parts, each stored as given. */
function archive(...parts: readonly (readonly [name: string, packed: Buffer, method?: number])[]): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, packed, method = 8] of parts) {
    const named = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(named.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(at, 42);
    entries.push(entry, named);
    bodies.push(local, named, packed);
    at += local.length + named.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

describe('a list in a workbook is read', () => {
  test('with its days, its years and its codes as they are meant', async () => {
    const born = new Date(Date.UTC(1990, 4, 20));
    const bytes = await workbook([AWARDS, row('001199000077', born, 2024), row('001199000078', '20/05/1990', '2023')]);
    expect(await readPastAwardList(bytes)).toMatchObject({
      ok: true,
      value: [
        { sheet: 'Danh sách', line: 2, row: { code: '001199000077', birthDate: '1990-05-20', meritYear: 2024 } },
        { line: 3, row: { birthDate: '1990-05-20', meritYear: 2023 } },
      ],
    });
  });

  test('below a title over merged cells, without empty rows, and the rows keep the numbers that Excel shows', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }];
    const rows = [['DANH SÁCH KHEN THƯỞNG'], [], AWARDS, row('001199000077'), [null, ''], row('001199000078')];
    const read = await readPastAwardList(await workbook(rows, { merges }));
    expect(read.ok && read.value.map(({ line }) => line)).toEqual([4, 6]);
  });

  test('from the one visible sheet that has it: what is hidden is not read', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Ẩn', hidden: true, rows: [AWARDS, row('001199000001')] },
        { name: 'Ghi chú', rows: [['Người lập: phòng Tổng hợp']] },
        { name: 'Năm 2024', rows: [AWARDS, row('001199000077')] },
      ],
    });
    expect(await readPastAwardList(bytes)).toMatchObject({ ok: true, value: [{ sheet: 'Năm 2024', line: 2 }] });
  });

  test('of nominees too, with what the unit states of them', async () => {
    const headings = ['loại', 'họ và tên', 'giới tính', 'đối tượng', 'đơn vị', 'cụm, khối'];
    const more = ['mã định danh', 'năm thành tích', 'mã sáng kiến', 'kỷ luật', 'số thành viên', 'số nữ', 'số lđtt'];
    const bytes = await workbook([
      [...headings, ...more],
      ['cá nhân', 'Lò Thị Mẫu', 'nữ', 'trực tiếp', 'Sở Mẫu', '', '001199000077', 2025, 'SK-1 | SK-2', 'không'],
      ['tập thể', 'Tổ Một', null, null, 'Sở Mẫu', null, null, 2025, null, null, 13, 7, 9],
    ]);
    const read = await readNomineeList(bytes);
    expect(read.ok && read.value.map(({ row: { claims } }) => claims)).toEqual([
      { meritYear: 2025, initiatives: [{ id: 'SK-1' }, { id: 'SK-2' }], discipline: { none: true } },
      { meritYear: 2025, composition: { members: 13, women: 7, holders: { LDTT: 9 } } },
    ]);
  });

  test('by what its bytes say, and a text is read as a text', async () => {
    const text = new TextEncoder().encode(`${AWARDS.join(';')}\n${row('001199000077', '', '2024').join(';')}`);
    expect(await readPastAwardList(text)).toMatchObject({ ok: true, value: [{ line: 2, row: { meritYear: 2024 } }] });
  });
});

describe('a workbook is refused', () => {
  test('with sheet, row and column as Excel names them, in both languages', async () => {
    const [error] = await errorsOf(await workbook([AWARDS, row('001199000077', '31/02/1990')]));
    expect(error && sentenceOfRowError(error, 'vi')).toMatch(/^Trang tính “Danh sách”, dòng 2, cột F \(ngày sinh\): /);
    expect(error && sentenceOfRowError(error, 'en')).toMatch(/^Sheet “Danh sách”, line 2, column F \(ngày sinh\): /);
  });

  test('where a code is a number, a formula failed, or cells are merged in the list', async () => {
    const merges = [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }];
    const rows = [AWARDS, row(1199000077), row('001199000078', '#N/A')];
    expect(await placesOf(await workbook(rows, { merges }))).toEqual([
      'Danh sách 2:3 XLSX_CELL_MERGED',
      'Danh sách 2:5 XLSX_NUMBER_FOR_TEXT',
      'Danh sách 3:6 XLSX_CELL_ERROR',
    ]);
  });

  test('where two visible sheets have a list, or none has anything', async () => {
    const sheets = ['Một', 'Hai'].map((name) => ({ name, rows: [AWARDS, row('001199000077')] }));
    const [error] = await errorsOf(await writeXlsx({ sheets }));
    expect(error).toMatchObject({ code: 'XLSX_LISTS_SEVERAL', params: { sheets: ['Một', 'Hai'] } });
    expect(await placesOf(await workbook([]))).toEqual(['1:1 CSV_FILE_EMPTY']);
  });

  test('with macros, of the old kind or behind a password, and where it is none', async () => {
    const macros = await writeXlsx({
      sheets: [{ name: 'Danh sách', rows: [AWARDS, row('001199000077')] }],
      vbaProject: new Uint8Array(64),
    });
    const locked = await writeXlsx({
      sheets: [{ name: 'Danh sách', rows: [AWARDS] }],
      encryption: { password: 'x', spinCount: 1 },
    });
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    const letter = archive(['word/document.xml', deflateRawSync('<w/>')]);
    const whole = await workbook([AWARDS, row('001199000077')]);
    const codes = await Promise.all(
      [macros, locked, old, letter, whole.subarray(0, whole.length - 30)].map(
        async (bytes) => (await errorsOf(bytes))[0]?.code,
      ),
    );
    expect(codes).toEqual([
      'XLSX_MACROS',
      'XLSX_OLD_OR_LOCKED',
      'XLSX_OLD_OR_LOCKED',
      'XLSX_UNREADABLE',
      'XLSX_UNREADABLE',
    ]);
  });

  test('before it bursts, whatever its directory says of its size', async () => {
    const bomb = deflateRawSync(Buffer.alloc(65 * 1_048_576));
    expect(bomb.length).toBeLessThan(100_000);
    const parts = archive(['xl/workbook.xml', deflateRawSync('<workbook/>')], ['xl/worksheets/sheet1.xml', bomb]);
    expect(await placesOf(parts)).toEqual(['1:1 XLSX_UNPACKS_TOO_LARGE']);
    const halves = deflateRawSync(Buffer.alloc(33 * 1_048_576));
    const two = archive(['xl/workbook.xml', halves], ['xl/a.xml', halves]);
    expect(await placesOf(two)).toEqual(['1:1 XLSX_UNPACKS_TOO_LARGE']);
  });

  test('where it has too many rows; a cell far away costs nothing', async () => {
    const many = [AWARDS, ...Array.from({ length: 2_001 }, (_, index) => row(`00119900${1000 + index}`))];
    expect(await placesOf(await workbook(many))).toEqual(['Danh sách 2002:1 CSV_TOO_MANY_ROWS']);
    const far = await workbook([AWARDS, row('001199000077')], { cells: new Map([['900000,16000', { value: 'x' }]]) });
    expect((await readPastAwardList(far)).ok).toBe(true);
  });
});
