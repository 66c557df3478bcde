import { type Result, fail } from '#libs/domain/kernel';
import type { ColumnTable } from './column-table.js';
import { LARGEST_LIST_BYTES, tooLargeError } from './decode-text.js';
import { type Check, listedRows, rowsOfText } from './list-csv.js';
import { nomineeTable, type NomineeRow } from './nominee-columns.js';
import { nomineeOf, twinsAmongNominees } from './nominee-csv.js';
import { type PastAwardRow, pastAwardOf } from './past-award-csv.js';
import { pastAwardTable } from './past-award-columns.js';
import { type KnownAwards, possibleAwards } from './possible-awards.js';
import type { RowError } from './row-error.js';
import { isArchive, isOldOffice, rowsOfWorkbook } from './xlsx-rows.js';

/** A good row, and where it stands: the line of a text, or the row of a sheet. */
export interface Listed<Row> {
  readonly row: Row;
  readonly sheet?: string;
  readonly line: number;
}
export type ListedNominee = Listed<NomineeRow>;
export type ListedPastAward = Listed<PastAwardRow>;

/** Reads a list of nominees, a workbook or a text, by what its bytes say: all rows or none, and every fault with its place. */
export const readNomineeList = (bytes: Uint8Array) => readAny(bytes, nomineeTable, nomineeOf, twinsAmongNominees());

/**
 * Reads a list of earlier awards likewise, and names awards and years that cannot be, as far as it is told what can. What stands
 * twice, the server says.
 */
export const readPastAwardList = (bytes: Uint8Array, known?: KnownAwards) =>
  readAny(bytes, pastAwardTable, pastAwardOf, known ? possibleAwards(known) : () => {});

async function readAny<Name extends string, Row>(
  bytes: Uint8Array,
  table: ColumnTable<Name>,
  rowOf: (cells: Partial<Record<Name, string>>) => Row,
  check: Check<Name>,
): Promise<Result<readonly Listed<Row>[], readonly RowError[]>> {
  const first = { line: 1, column: 1 } as const;
  if (bytes.length > LARGEST_LIST_BYTES) return fail([tooLargeError]);
  if (isOldOffice(bytes)) return fail([{ code: 'XLSX_OLD_OR_LOCKED', ...first }]);
  const archive = isArchive(bytes) ? await rowsOfWorkbook(bytes, table) : undefined;
  if (archive && !archive.ok) return archive;
  const rows = archive ? { ok: true as const, value: archive.value.rows } : rowsOfText(bytes);
  if (!rows.ok) return rows;
  const sheet = archive?.value.sheet;
  const place = sheet === undefined ? {} : { sheet };
  const listed = listedRows(rows.value, table, check);
  if (!listed.ok) return fail(listed.error.map((error) => ({ ...error, ...place })));
  return { ok: true, value: listed.value.map(({ cells, row: { line } }) => ({ row: rowOf(cells), ...place, line })) };
}
