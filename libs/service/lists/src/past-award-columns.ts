import { code, day, grade, year } from './cell-forms.js';
import { ColumnTable } from './column-table.js';
import { columns as nominee } from './nominee-columns.js';

const award = {
  read: (cell: string) => (/^[A-Z][A-Z0-9_]{0,39}$/.test(cell.toUpperCase()) ? cell.toUpperCase() : undefined),
  written: 'CSTDCS',
};

/** The columns of a list of earlier awards. Only the first four must be there; an empty award says that there was none. */
export const pastAwardTable = new ColumnTable({
  kind: nominee.kind,
  name: nominee.name,
  unit: nominee.unit,
  award: { headings: ['mã khen thưởng', 'award'], form: award, needed: 'never' },
  code: { headings: ['mã định danh', 'code'], form: code, textOnly: true, needed: 'never', mayBeAbsent: true },
  birthDate: {
    headings: ['ngày sinh', 'birth date'],
    form: day,
    needed: 'never',
    individualsOnly: true,
    mayBeAbsent: true,
  },
  awardKind: {
    headings: ['loại khen thưởng', 'kind of commendation'],
    values: {
      cong_trang: ['công trạng', 'merit'],
      dot_xuat: ['đột xuất', 'unexpected merit'],
      chuyen_de: ['chuyên đề', 'thematic movement'],
      cong_hien: ['quá trình cống hiến', 'long dedication'],
      doi_ngoai: ['đối ngoại', 'foreign relations'],
      nien_han: ['niên hạn', 'years of service'],
    },
    needed: 'never',
    mayBeAbsent: true,
  },
  grade: { headings: ['hạng', 'grade'], form: grade, needed: 'never', mayBeAbsent: true },
  meritYear: { headings: ['năm thành tích', 'merit year'], form: year, needed: 'never', mayBeAbsent: true },
  decidedOn: { headings: ['ngày quyết định', 'decided on'], form: day, needed: 'never', mayBeAbsent: true },
  decision: { headings: ['số quyết định', 'decision'], needed: 'never', mayBeAbsent: true },
  decidedBy: { headings: ['cơ quan quyết định', 'decided by'], needed: 'never', mayBeAbsent: true },
  variant: { headings: ['loại kỷ niệm chương', 'kind of medal'], needed: 'never', mayBeAbsent: true },
});
