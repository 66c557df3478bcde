import { type Figures, type StatisticsDimension, type Statistics, statisticsOutcomes } from '#libs/service/read-models';

/** Without it spreadsheets take UTF-8 for a Windows code page. */
const BOM = '\uFEFF';

/** A cell that begins like this is a formula to a spreadsheet, whoever wrote it. */
const FORMULA = /^[=+\-@\t\r]/;

/** Figures as a table for spreadsheets: RFC 4180, UTF-8 with a byte order mark; the last row is the total. */
export function csvOf(by: readonly StatisticsDimension[], { groups, total }: Statistics): string {
  const rows = [
    [...by, ...HEADINGS],
    ...groups.map((group) => [...by.map((dimension) => group.by[dimension] ?? ''), ...cellsOf(group)]),
    [...by.map((_, index) => (index === 0 ? 'total' : '')), ...cellsOf(total)],
  ];
  return BOM + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

const HEADINGS = [
  'nominees',
  ...statisticsOutcomes,
  'individuals',
  'collectives',
  'households',
  'directWorkers',
  'directWorkersOf',
  'women',
  'womenOf',
  'daysSum',
  'daysOf',
  'late',
  'lateOf',
];

const cellsOf = (figures: Figures): readonly number[] => [
  figures.nominees,
  ...statisticsOutcomes.map((outcome) => figures.outcomes[outcome]),
  figures.kinds.individual,
  figures.kinds.collective,
  figures.kinds.household,
  ...[figures.directWorkers, figures.women].flatMap(({ numerator, denominator }) => [numerator, denominator]),
  figures.days.sum,
  figures.days.of,
  figures.late.numerator,
  figures.late.denominator,
];

/** One cell: a text that could be a formula is made one that is none; numbers are what they are. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
