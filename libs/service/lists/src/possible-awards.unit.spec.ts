import { readPastAwardList } from './read-list.js';
import { sentenceOfRowError } from './row-error.js';

/** Of the catalogue, with one that is given no more. */
const known = { awards: new Set(['CSTDCS', 'CSTD_BT', 'BK_TINH', 'HCCC']), thisYear: 2026 };

const faults = async (lines: string) => {
  const text = `loại;họ và tên;đơn vị;mã khen thưởng;năm thành tích\n${lines}`;
  const listed = await readPastAwardList(new TextEncoder().encode(text), known);
  return listed.ok ? [] : listed.error;
};

const errors = async (lines: string, language: 'vi' | 'en' = 'en') =>
  (await faults(lines)).map((error) => sentenceOfRowError(error, language));

describe('A list of earlier awards, held against the catalogue', () => {
  it('names a code that the catalogue does not have, with the nearest one', async () => {
    expect(await errors('cá nhân;Lò Thị Mẫu;Trạm 1;CSTDC;2024\ncá nhân;Hà Văn Mẫu;Trạm 1;XYZ_9;2024')).toEqual([
      'Line 2, column 4 (mã khen thưởng): The catalogue has no award of this code; is CSTDCS meant? It says: “CSTDC”.',
      'Line 3, column 4 (mã khen thưởng): The catalogue has no award of this code. It says: “XYZ_9”.',
    ]);
    expect(await errors('cá nhân;Lò Thị Mẫu;Trạm 1;CSTDC;2024', 'vi')).toEqual([
      'Dòng 2, cột 4 (mã khen thưởng): Danh mục không có mã khen thưởng này; có phải là CSTDCS? Đang ghi: “CSTDC”.',
    ]);
  });

  it('names a year of merit that is yet to come, not this one', async () => {
    expect(await errors('cá nhân;Lò Thị Mẫu;Trạm 1;BK_TINH;2099\ncá nhân;Hà Văn Mẫu;Trạm 1;BK_TINH;2026')).toEqual([
      'Line 2, column 5 (năm thành tích): A year of merit after this one (2026). It says: “2099”.',
    ]);
  });

  it('has a code for each, by which programs tell them apart', async () => {
    const lines = ['CSTDC;2024', 'XYZ_9;2024', 'BK_TINH;2099'].map((end) => `cá nhân;Lò Thị Mẫu;Trạm 1;${end}`);
    expect((await faults(lines.join('\n'))).map(({ code }) => code)).toEqual([
      'CSV_AWARD_MISSPELT',
      'CSV_AWARD_UNKNOWN',
      'CSV_YEAR_AHEAD',
    ]);
  });

  it('takes every award of the catalogue, and a line without one', async () => {
    expect(await errors('cá nhân;Lò Thị Mẫu;Trạm 1;HCCC;1985\ncá nhân;Hà Văn Mẫu;Trạm 1;;')).toEqual([]);
  });
});
