import { type Result, fail, ok } from '#libs/domain/kernel';
import { type ColumnName, columnNames, columnOf, headingOf, tidy } from './nominee-columns.js';
import { type RowError, RowErrors, quoted } from './row-error.js';
import type { CsvRow } from './split-rows.js';

/** Which column stands where. */
export interface Header {
  /** As written in the file. */
  readonly headings: readonly string[];
  indexOf(name: ColumnName): number;
  /** Whether a row says the same headings once more, as a bilingual list does under its first line. */
  repeatedBy(row: CsvRow): boolean;
}

/** Reads the headings: all six columns, each once, in any order, in Vietnamese or English. */
export function readHeader(row: CsvRow): Result<Header, readonly RowError[]> {
  const errors = new RowErrors();
  const headings = row.cells.map(tidy);
  const places = new Map<ColumnName, number>();
  for (const [index, heading] of headings.entries()) {
    const place = { line: row.line, column: index + 1, ...(heading ? { found: quoted(heading) } : {}) };
    const name = columnOf(heading);
    const earlier = name && places.get(name);
    if (!name) {
      errors.add({ code: 'CSV_COLUMN_UNKNOWN', ...place, params: { columns: columnNames.map(headingOf) } });
    } else if (earlier !== undefined) {
      errors.add({ code: 'CSV_COLUMN_TWICE', ...place, params: { other: earlier + 1 } });
    } else {
      places.set(name, index);
    }
  }
  for (const [index, name] of columnNames.filter((column) => !places.has(column)).entries()) {
    const params = { column: headingOf(name) };
    errors.add({ code: 'CSV_COLUMN_MISSING', line: row.line, column: headings.length + 1 + index, params });
  }
  if (errors.all.length > 0) return fail(errors.all);
  return ok({
    headings,
    indexOf: (name) => places.get(name)!,
    repeatedBy: (other) =>
      other.cells.length === headings.length &&
      columnNames.every((name) => columnOf(other.cells[places.get(name)!]!) === name),
  });
}
