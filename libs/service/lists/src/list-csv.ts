import { type Result, fail, ok } from '#libs/domain/kernel';
import type { ColumnTable } from './column-table.js';
import { decodeText } from './decode-text.js';
import { type Header, readHeader } from './header-row.js';
import { readCells } from './list-row.js';
import { type RowError, RowErrors } from './row-error.js';
import { type CsvRow, MOST_ROWS, splitRows } from './split-rows.js';
import { spoiltLetters } from './spoilt-letters.js';

/** One good row of a list. */
export interface ListedRow<Name extends string> {
  readonly row: CsvRow;
  readonly cells: Partial<Record<Name, string>>;
  readonly header: Header<Name>;
}

/** Sees the good rows one after the other and says what is wrong with one beside the others. */
export type Check<Name extends string> = (listed: ListedRow<Name>, errors: RowErrors) => void;

/** The rows of a text: CSV in UTF-8, separated by commas or semicolons. */
export function rowsOfText(bytes: Uint8Array): Result<readonly CsvRow[], readonly RowError[]> {
  const text = decodeText(bytes);
  if (!text.ok) return fail([text.error]);
  const rows = splitRows(text.value);
  return rows.ok ? rows : fail([rows.error]);
}

/**
 * Reads a list as text: CSV in UTF-8, separated by commas or semicolons, headed in Vietnamese or English. All rows or none: with
 * anything wrong it answers every error with its place (at most 100), in the order of the file.
 */
export function parseList<Name extends string>(
  bytes: Uint8Array,
  table: ColumnTable<Name>,
  check: Check<Name>,
): Result<readonly Partial<Record<Name, string>>[], readonly RowError[]> {
  const rows = rowsOfText(bytes);
  if (!rows.ok) return rows;
  const listed = listedRows(rows.value, table, check);
  return listed.ok ? ok(listed.value.map(({ cells }) => cells)) : listed;
}

/** The rows of a list, wherever they were read: texts come out in NFC with single spaces. */
export function listedRows<Name extends string>(
  rows: readonly CsvRow[],
  table: ColumnTable<Name>,
  check: Check<Name>,
): Result<readonly ListedRow<Name>[], readonly RowError[]> {
  const [first, ...others] = rows;
  if (!first) return fail([{ code: 'CSV_FILE_EMPTY', line: 1, column: 1 }]);

  const errors = new RowErrors();
  const spoilt = spoiltLetters(rows);
  for (const error of spoilt) errors.add(error);
  // Nothing else that is said about such a list would be true.
  if (spoilt.some(({ code, line }) => code === 'CSV_LEGACY_TEXT' || line === first.line)) return fail(errors.all);
  const header = readHeader(first, table);
  if (!header.ok) return fail(header.error);
  const body = others[0] && header.value.repeatedBy(others[0]) ? others.slice(1) : others;
  if (body.length === 0) return fail([{ code: 'CSV_FILE_EMPTY', line: first.line, column: 1 }]);

  const listed: ListedRow<Name>[] = [];
  for (const [index, row] of body.entries()) {
    if (index === MOST_ROWS) {
      errors.add({ code: 'CSV_TOO_MANY_ROWS', line: row.line, column: 1, params: { limit: MOST_ROWS } });
      break;
    }
    const cells = readCells(row, header.value, table, errors);
    if (!cells) continue;
    const one = { row, cells, header: header.value };
    check(one, errors);
    listed.push(one);
  }
  return errors.all.length > 0 ? fail(errors.all) : ok(listed);
}
