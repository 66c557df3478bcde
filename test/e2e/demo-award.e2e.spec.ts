import { catalogue } from '../support/procedures.js';
import { takenAlong } from '../support/award-desk.js';
import { launch } from '../support/command-line.js';
import { wholeMatrix } from '../support/whole-matrix.js';

/** A form on minutes and an order that climbs to the President; in a full run also a title by ballot, one of a ministry or province, a simplified procedure. */
const awards = [
  ['BK_TINH', 'vi', 'Đã lưu trữ'],
  ['HCLD3', 'en', 'Granted and archived'],
  ...(wholeMatrix
    ? ([
        ['CSTDCS', 'en', 'Archived'],
        ['CSTD_BT', 'vi', 'Đã khen thưởng, lưu trữ'],
        ['HCDC', 'vi', 'Đã khen thưởng, lưu trữ'],
      ] as const)
    : []),
] as const;

/** How many facts the same way leaves behind by the deciders alone. */
async function factsWithoutASystem(code: string): Promise<number> {
  const procedure = catalogue.find((each) => each.code === code && each.regime === 'R2025');
  const [kind] = procedure?.kinds ?? [];
  const [subject] = procedure?.subjects ?? [];
  if (!procedure || !kind || !subject) throw new Error(code);
  const { office } = await takenAlong({ procedure, kind, subject });
  return office.desk.facts.length;
}

describe('vinhdanh demo --award', () => {
  test.each(awards)(
    '%s goes from the draft to the archive by its file alone, fact for fact as the deciders say',
    async (code, language, end) => {
      const { code: exit, out, err } = await launch(['demo', '--award', code, '--lang', language]);
      expect([err, exit]).toEqual(['', 0]);
      const facts = await factsWithoutASystem(code);
      expect(out).toContain(
        language === 'vi' ? `Kết thúc tại “${end}” sau ${facts} sự kiện` : `Ended at “${end}” after ${facts} facts`,
      );
      expect(out).not.toContain('DeadlineMissed');
      expect(out).toMatch(language === 'vi' ? /✓ .* đều khớp nhật ký/ : /✓ .* agree with the log/);
    },
    180_000,
  );

  test.each([
    ['NGND', 'Chưa tiếp nhận hồ sơ NGND', 'its procedure has not been read'],
    ['BK_LIENXA', 'Không có quy trình nào mang mã BK_LIENXA', 'No procedure has the code'],
  ])(
    '%s is refused in one sentence before anything is set up',
    async (code, vietnamese, english) => {
      const { code: exit, out, err } = await launch(['demo', '--award', code]);
      expect([exit, out]).toEqual([1, '']);
      expect(err.trim().split('\n')).toEqual([expect.stringContaining(vietnamese), expect.stringContaining(english)]);
    },
    60_000,
  );
});
