import { type CellValue, writeXlsx } from 'hucre';
import type { NomineeListTold, PastAwardListTold } from '../../apps/api/src/award-history/tell-preview.js';
import { must, type OfficeClient, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';

const HISTORY = '/api/v1/award-histories/ubnd-tinh';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = ['loại', 'họ và tên', 'đơn vị', 'mã khen thưởng', 'mã định danh', 'năm thành tích', 'ngày quyết định'];
const NAME = 'Lường Thị Kín Đáo';
const CODE = '001199000077';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const officer = () => office.as('acc-tham-dinh');
const submitter = () => office.as('acc-don-vi');

const preview = <Told>(client: OfficeClient, path: string, body: string | Uint8Array<ArrayBuffer>, type = XLSX) =>
  client.send<Told & Problem>('POST', path, { body, headers: { 'content-type': type } });
const awards = async (...rows: CellValue[][]) =>
  writeXlsx({ sheets: [{ name: 'Năm 2024', rows: [HEADINGS, ...rows] }] }) as Promise<Uint8Array<ArrayBuffer>>;
const line = (code: CellValue, year: CellValue, name = NAME): CellValue[] => [
  'cá nhân',
  name,
  'Trạm bơm số 2',
  'CSTDCS',
  code,
  year,
  typeof year === 'number' ? new Date(Date.UTC(year + 1, 0, 15)) : null,
];

describe('A list before it is sent', () => {
  it('is told line by line: what is known already, and who may be the same', async () => {
    const recipient = { kind: 'individual', name: NAME, unit: 'Trạm bơm số 2', award: 'CSTDCS' };
    const known = [
      { ...recipient, code: CODE, meritYear: 2023, decidedOn: '2024-01-15' },
      { ...recipient, meritYear: 2022, decidedOn: '2023-01-15' },
    ];
    await must(officer().post(`${HISTORY}/import`, { source: 'Sổ cũ', recipients: known }));
    await must(officer().get(`${HISTORY}?minPosition=${await office.foundation.store.head()}`));
    const before = await office.foundation.store.head();
    const told = await must(
      preview<PastAwardListTold>(officer(), `${HISTORY}/preview`, await awards(line(CODE, 2023), line(CODE, 2024))),
    );
    expect(told).toMatchObject({
      errors: [],
      lines: [
        { sheet: 'Năm 2024', line: 2, known: 1, duplicates: [expect.any(String)], namesakes: [expect.any(String)] },
        { line: 3, duplicates: [], recipient: { meritYear: 2024, decidedOn: '2025-01-15', code: CODE } },
      ],
    });
    expect(told).not.toHaveProperty('refusal');
    expect(await office.foundation.store.head()).toBe(before);
  });

  it('is told every fault with sheet, row and column, in both languages, and no line of it', async () => {
    const told = await must(
      preview<PastAwardListTold>(
        officer(),
        `${HISTORY}/preview`,
        await awards(line(1199000077, 2024), line(CODE, 'năm nay')),
      ),
    );
    expect(told.lines).toEqual([]);
    expect(told.errors).toMatchObject([
      { code: 'XLSX_NUMBER_FOR_TEXT', sheet: 'Năm 2024', line: 2, column: 5, heading: 'mã định danh' },
    ]);
    expect(told.errors[0]?.sentence.vi).toContain('Trang tính “Năm 2024”, dòng 2, cột E (mã định danh)');
  });

  it('is told why all of it would be refused', async () => {
    const told = await must(
      preview<PastAwardListTold>(officer(), `${HISTORY}/preview`, await awards(line(CODE, 2019), line(CODE, 2019))),
    );
    expect(told.refusal).toMatchObject({ code: 'PAST_AWARD_TWICE' });
  });

  it('is nobody’s to preview who could not send it, and too large a file is not read to its end', async () => {
    const body = await awards(line(CODE, 2024));
    expect((await preview(submitter(), `${HISTORY}/preview`, body)).status).toBe(403);
    const elsewhere = await preview(officer(), '/api/v1/award-histories/khoi-thi-dua-3/preview', body);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'OTHER_UNIT']);
    const large = await preview(officer(), `${HISTORY}/preview`, new Uint8Array(8 * 1_048_576 + 1), 'text/csv');
    expect([large.status, large.body.code]).toEqual([413, 'CSV_FILE_TOO_LARGE']);
  });

  it('of nominees is told for the draft that shall take them, with who may be there already', async () => {
    const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Đợt 1', bodyId: 'ubnd-tinh' };
    const { id } = await must(submitter().post('/api/v1/dossiers', draft));
    const path = `/api/v1/dossiers/${id}`;
    const there = { kind: 'individual', name: NAME, unit: 'Sở Mẫu', code: CODE };
    await must(submitter().post(`${path}/add-nominees`, { nominees: [there] }));
    const csv = [
      'loại;họ và tên;giới tính;đối tượng;đơn vị;cụm, khối;mã định danh;năm thành tích;mã sáng kiến;kỷ luật',
      `cá nhân;Lường Thị Khác;nữ;trực tiếp;Trạm bơm số 3;;${CODE};2025;SK-1;không`,
      'cá nhân;Đỗ An;nam;lãnh đạo;Sở Mẫu;;;;;',
    ].join('\n');
    const told = await must(preview<NomineeListTold>(submitter(), `${path}/preview-nominees`, csv, 'text/csv'));
    expect(told).toMatchObject({
      errors: [],
      lines: [
        {
          line: 2,
          possiblySame: ['N1'],
          nominee: { code: CODE, claims: { meritYear: 2025, initiatives: [{ id: 'SK-1' }] } },
        },
        { line: 3, possiblySame: [] },
      ],
    });
    // What was previewed is what the command takes.
    await must(submitter().post(`${path}/add-nominees`, { nominees: told.lines.map(({ nominee }) => nominee) }));
    const again = await must(preview<NomineeListTold>(submitter(), `${path}/preview-nominees`, csv, 'text/csv'));
    expect(again.refusal).toMatchObject({ code: 'NOMINEE_TWICE' });
    expect(office.log.filter((each) => each.includes(CODE) || each.includes(NAME))).toEqual([]);
  });
});
