import type { Result } from '#libs/domain/kernel';
import { parseList } from './list-csv.js';
import { type NomineeRow, identityOf, nomineeTable } from './nominee-columns.js';
import { type RowError, quoted } from './row-error.js';

/** Reads a list of nominees, all rows or none; the same nominee twice is an error of the later row. */
export function parseNomineeCsv(bytes: Uint8Array): Result<readonly NomineeRow[], readonly RowError[]> {
  const lines = new Map<string, number>();
  return parseList(bytes, nomineeTable, ({ row, cells, header }, errors) => {
    const nominee = cells as NomineeRow;
    const identity = identityOf(nominee);
    const earlier = lines.get(identity);
    if (earlier === undefined) {
      lines.set(identity, row.line);
      return;
    }
    const index = header.indexOf('name') ?? 0;
    const heading = header.headings[index]!;
    const found = quoted(nominee.name);
    errors.add({
      code: 'CSV_NOMINEE_TWICE',
      line: row.line,
      column: index + 1,
      heading,
      params: { line: earlier },
      found,
    });
  }) as Result<readonly NomineeRow[], readonly RowError[]>;
}
