import { type Result, fail, ok } from '#libs/domain/kernel';
import { type ColumnTable, tidy } from './column-table.js';
import { type RowError, RowErrors, quoted } from './row-error.js';
import type { CsvRow } from './split-rows.js';

/** Which column stands where. */
export interface Header<Name extends string> {
  /** As written in the file. */
  readonly headings: readonly string[];
  /** `undefined` for a column that the list does without. */
  indexOf(name: Name): number | undefined;
  /** Whether a row says the same headings once more, as a bilingual list does under its first line. */
  repeatedBy(row: CsvRow): boolean;
}

/** Reads the headings: each column once, in any order, in Vietnamese or English; only what may be absent may be missing. */
export function readHeader<Name extends string>(
  row: CsvRow,
  table: ColumnTable<Name>,
): Result<Header<Name>, readonly RowError[]> {
  const errors = new RowErrors();
  const headings = row.cells.map(tidy);
  const places = new Map<Name, number>();
  for (const [index, heading] of headings.entries()) {
    const place = { line: row.line, column: index + 1, ...(heading ? { found: quoted(heading) } : {}) };
    const name = table.columnOf(heading);
    const earlier = name && places.get(name);
    if (!name) {
      const columns = table.names.map((each) => table.headingOf(each));
      errors.add({ code: 'CSV_COLUMN_UNKNOWN', ...place, params: { columns } });
    } else if (earlier !== undefined) {
      errors.add({ code: 'CSV_COLUMN_TWICE', ...place, params: { other: earlier + 1 } });
    } else {
      places.set(name, index);
    }
  }
  const missing = table.names.filter((name) => !places.has(name) && !table.columns[name].mayBeAbsent);
  for (const [index, name] of missing.entries()) {
    const params = { column: table.headingOf(name) };
    errors.add({ code: 'CSV_COLUMN_MISSING', line: row.line, column: headings.length + 1 + index, params });
  }
  if (errors.all.length > 0) return fail(errors.all);
  return ok({
    headings,
    indexOf: (name) => places.get(name),
    repeatedBy: (other) =>
      other.cells.length === headings.length &&
      [...places].every(([name, index]) => table.columnOf(other.cells[index]!) === name),
  });
}
