import { ColumnTable } from './column-table.js';
import { columns as nominee } from './nominee-columns.js';

const twoDigits = (text: string): string => text.padStart(2, '0');

/** A day as offices write it, or as machines do; checked against the calendar. */
function readDay(cell: string): string | undefined {
  const office = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
  const day = office ? `${office[3]}-${twoDigits(office[2]!)}-${twoDigits(office[1]!)}` : cell;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

const day = { read: readDay, written: '20/05/1990' };
const year = { read: (cell: string) => (/^(19|20)\d{2}$/.test(cell) ? cell : undefined), written: '2024' };
const code = {
  read: (cell: string) => (/^[A-Za-z0-9.-]{4,40}$/.test(cell) ? cell : undefined),
  written: '001199000001',
};
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
  code: { headings: ['mã định danh', 'code'], form: code, needed: 'never', mayBeAbsent: true },
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
  meritYear: { headings: ['năm thành tích', 'merit year'], form: year, needed: 'never', mayBeAbsent: true },
  decidedOn: { headings: ['ngày quyết định', 'decided on'], form: day, needed: 'never', mayBeAbsent: true },
  decision: { headings: ['số quyết định', 'decision'], needed: 'never', mayBeAbsent: true },
  decidedBy: { headings: ['cơ quan quyết định', 'decided by'], needed: 'never', mayBeAbsent: true },
  variant: { headings: ['loại kỷ niệm chương', 'kind of medal'], needed: 'never', mayBeAbsent: true },
});
