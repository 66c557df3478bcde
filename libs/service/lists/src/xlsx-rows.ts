import { type Result, fail, ok } from '#libs/domain/kernel';
import { EncryptedFileError, type CellValue, type MergeRange, readXlsx, type Sheet } from 'hucre';
import type { ColumnTable } from './column-table.js';
import type { RowError } from './row-error.js';
import { type CsvRow, MOST_ROWS } from './split-rows.js';
import { faultOfWorkbook } from './xlsx-parts.js';

/** Titles and emblems above the headings. */
const MOST_ROWS_ABOVE = 20;
/** Two of its headings make a row the row of headings. */
const HEADINGS_TO_KNOW_IT_BY = 2;
/** Columns that are read: no list has more, and a stray cell far to the right costs nothing. */
const LAST_COLUMN = 'AZ';

/** The rows of a list in a workbook: the headings first; lines are the row numbers that Excel shows. */
export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly CsvRow[];
}

/** ZIP archives begin so; old workbooks and ones with a password are of another kind of file. */
const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
export const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
export const isOldOffice = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/**
 * The rows of the one visible sheet that has the list. Dates come as days (`1990-05-20`), numbers as they are written; what was
 * calculated, as its result. Hidden sheets are not read, rows above the headings are none, and a merged or a faulty cell in the
 * list is an error at its place.
 */
export async function rowsOfWorkbook<Name extends string>(
  bytes: Uint8Array,
  table: ColumnTable<Name>,
): Promise<Result<SheetRows, readonly RowError[]>> {
  const first = { line: 1, column: 1 } as const;
  const fault = faultOfWorkbook(bytes);
  if (fault) return fail([{ code: fault, ...first }]);
  const sheets = await visibleSheets(bytes);
  if (!sheets.ok) return fail([{ code: sheets.error, ...first }]);
  const used = sheets.value.filter(({ rows }) => rows.some(isUsed));
  const lists = used.filter((sheet) => headerOf(sheet, table) !== undefined);
  if (lists.length > 1) {
    return fail([{ code: 'XLSX_LISTS_SEVERAL', ...first, params: { sheets: lists.map(({ name }) => name) } }]);
  }
  const sheet = lists[0] ?? used[0];
  if (!sheet) return fail([{ code: 'CSV_FILE_EMPTY', ...first }]);
  const header = headerOf(sheet, table) ?? sheet.rows.findIndex(isUsed);
  return listOf(sheet, header, table);
}

async function visibleSheets(
  bytes: Uint8Array,
): Promise<Result<readonly Sheet[], 'XLSX_PASSWORD' | 'XLSX_UNREADABLE'>> {
  try {
    const lastRow = MOST_ROWS + MOST_ROWS_ABOVE + 2;
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      range: `A1:${LAST_COLUMN}${lastRow}`,
    });
    return ok(sheets);
  } catch (error) {
    return fail(error instanceof EncryptedFileError ? 'XLSX_PASSWORD' : 'XLSX_UNREADABLE');
  }
}

const isUsed = (row: readonly CellValue[]): boolean => row.some((cell) => cell !== null && cell !== '');

function headerOf<Name extends string>({ rows }: Sheet, table: ColumnTable<Name>): number | undefined {
  const index = rows
    .slice(0, MOST_ROWS_ABOVE)
    .findIndex(
      (row) => row.filter((cell) => typeof cell === 'string' && table.columnOf(cell)).length >= HEADINGS_TO_KNOW_IT_BY,
    );
  return index < 0 ? undefined : index;
}

function listOf<Name extends string>(
  { name, rows, merges = [] }: Sheet,
  header: number,
  table: ColumnTable<Name>,
): Result<SheetRows, readonly RowError[]> {
  const errors: RowError[] = merges.filter(({ endRow }) => endRow >= header).map((merge) => mergedAt(merge, name));
  const headings = (rows[header] ?? []).map((cell) => (typeof cell === 'string' ? cell : ''));
  const width = headings.findLastIndex((heading) => heading !== '') + 1;
  const listed: CsvRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index < header || !isUsed(row)) continue;
    const cells: string[] = [];
    for (let column = 0; column < Math.max(width, lastUsed(row) + 1); column++) {
      const value = row[column] ?? null;
      const textual = table.columnOf(headings[column] ?? '');
      const fault = faultOf(value, textual !== undefined && table.columns[textual].textOnly === true);
      if (fault) {
        const heading = headings[column] ?? '';
        const place = { sheet: name, line: index + 1, column: column + 1 };
        errors.push({ code: fault, ...place, ...(heading === '' ? {} : { heading }) });
      }
      cells.push(textOf(value));
    }
    listed.push({ line: index + 1, cells });
  }
  return errors.length > 0 ? fail(errors) : ok({ sheet: name, rows: listed });
}

const lastUsed = (row: readonly CellValue[]): number => row.findLastIndex((cell) => cell !== null && cell !== '');

const mergedAt = ({ startRow, startCol }: MergeRange, sheet: string): RowError => ({
  code: 'XLSX_CELL_MERGED',
  sheet,
  line: startRow + 1,
  column: startCol + 1,
});

/** `#N/A`, `#REF!` and their like; and a number where a code is to stand: its zeros in front are lost. */
function faultOf(value: CellValue, textOnly: boolean): 'XLSX_CELL_ERROR' | 'XLSX_NUMBER_FOR_TEXT' | undefined {
  if (typeof value === 'string' && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value))
    return 'XLSX_CELL_ERROR';
  return textOnly && typeof value === 'number' ? 'XLSX_NUMBER_FOR_TEXT' : undefined;
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
