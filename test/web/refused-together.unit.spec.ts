import { refusedTogether } from '../../apps/web/src/pages/dossier/refused-together.js';

const STEP = 'Không thực hiện được ở bước “Hội đồng tỉnh xét”.';
const ROLE = 'Việc này thuộc: thư ký Hội đồng.';
const LAW = 'R1: quy trình “Bằng khen” (BK_TINH, bản R2026.1)';

describe('what is refused on a dossier, told calmly', () => {
  it('says a ground once for all that rests on it, and a reason once for every act that it holds against', () => {
    expect(
      refusedTogether([
        { name: 'Nộp hồ sơ', why: STEP, ground: LAW },
        { name: 'Ghi kết quả Hội đồng', why: ROLE, ground: LAW },
        { name: 'Tiếp nhận hồ sơ', why: STEP, ground: LAW },
      ]),
    ).toEqual([
      {
        ground: LAW,
        reasons: [
          { why: STEP, acts: ['Nộp hồ sơ', 'Tiếp nhận hồ sơ'] },
          { why: ROLE, acts: ['Ghi kết quả Hội đồng'] },
        ],
      },
    ]);
  });

  it('keeps apart what rests on another ground, or on none, though the words be the same', () => {
    const told = refusedTogether([
      { name: 'Phê duyệt', why: STEP, ground: LAW },
      { name: 'Phê duyệt lại', why: STEP, ground: 'R42: bốn mắt' },
      { name: 'Gia hạn', why: STEP, ground: undefined },
    ]);
    expect(told.map(({ ground }) => ground)).toEqual([LAW, 'R42: bốn mắt', undefined]);
    expect(told.flatMap(({ reasons }) => reasons.flatMap(({ acts }) => acts))).toEqual([
      'Phê duyệt',
      'Phê duyệt lại',
      'Gia hạn',
    ]);
  });
});
