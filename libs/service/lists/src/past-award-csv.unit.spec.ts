import { parsePastAwardCsv } from './past-award-csv.js';
import { sentenceOfRowError } from './row-error.js';

const read = (text: string) => parsePastAwardCsv(new TextEncoder().encode(text));
const errors = (text: string) => {
  const read_ = read(text);
  return read_.ok ? [] : read_.error.map((error) => sentenceOfRowError(error, 'en'));
};

const HEAD =
  'loại;họ và tên;đơn vị;mã khen thưởng;mã định danh;ngày sinh;loại khen thưởng;năm thành tích;ngày quyết định';

describe('A list of earlier awards', () => {
  it('is read with days as offices write them, in any order, with what it leaves out left out', () => {
    expect(read(`${HEAD}\nCá nhân;Lò Thị Mẫu;Trạm 2;cstdcs;001199000001;20/5/1990;công trạng;2024;15/01/2025`)).toEqual(
      {
        ok: true,
        value: [
          {
            kind: 'individual',
            name: 'Lò Thị Mẫu',
            unit: 'Trạm 2',
            award: 'CSTDCS',
            code: '001199000001',
            birthDate: '1990-05-20',
            awardKind: 'cong_trang',
            meritYear: 2024,
            decidedOn: '2025-01-15',
          },
        ],
      },
    );
    expect(read('award,unit,name,kind\n,Trạm 2,Tổ Một,collective')).toEqual({
      ok: true,
      value: [{ kind: 'collective', name: 'Tổ Một', unit: 'Trạm 2' }],
    });
  });

  it('names every fault with line, column and remedy, and is then no list', () => {
    expect(
      errors(
        `${HEAD}\nCá nhân;Lò Thị Mẫu;Trạm 2;CSTĐ;1;31/02/1990;công;24;2025\ntập thể;Tổ Một;Trạm 2;GK;;20/05/1990;;;`,
      ),
    ).toEqual([
      'Line 2, column 4 (mã khen thưởng): Not a known value; accepted are: CSTDCS. It says: “CSTĐ”.',
      'Line 2, column 5 (mã định danh): Not a known value; accepted are: 001199000001. It says: “1”.',
      'Line 2, column 6 (ngày sinh): Not a known value; accepted are: 20/05/1990. It says: “31/02/1990”.',
      expect.stringContaining(
        'Line 2, column 7 (loại khen thưởng): Not a known value; accepted are: công trạng (merit)',
      ),
      'Line 2, column 8 (năm thành tích): Not a known value; accepted are: 2024. It says: “24”.',
      'Line 2, column 9 (ngày quyết định): Not a known value; accepted are: 20/05/1990. It says: “2025”.',
      'Line 3, column 6 (ngày sinh): Only for individuals; leave it empty for collectives and households. It says: “20/05/1990”.',
    ]);
    expect(errors('loại;họ và tên;đơn vị\ncá nhân;A;B')).toEqual([
      'Line 1, column 4: The column “mã khen thưởng (award)” is missing.',
    ]);
  });
});
