import type { Header } from './header-row.js';
import {
  type ColumnName,
  type NomineeRow,
  allowedValues,
  columnNames,
  columns,
  tidy,
  valueIn,
} from './nominee-columns.js';
import { type RowErrors, quoted } from './row-error.js';
import type { CsvRow } from './split-rows.js';

/** As the domain's labels allow. */
const LONGEST_CELL = 200;

/** Reads one row; `undefined` when something in it is wrong, which then stands in `errors`. */
export function readNominee(row: CsvRow, header: Header, errors: RowErrors): NomineeRow | undefined {
  if (row.cells.length !== header.headings.length) {
    const column = Math.min(row.cells.length, header.headings.length) + 1;
    const params = { cells: row.cells.length, columns: header.headings.length };
    errors.add({ code: 'CSV_ROW_LENGTH', line: row.line, column, params });
    return undefined;
  }
  const read: Partial<Record<ColumnName, string>> = {};
  const isIndividual = valueIn('kind', row.cells[header.indexOf('kind')]!) === 'individual';
  let good = true;
  for (const name of columnNames) {
    const index = header.indexOf(name);
    const cell = tidy(row.cells[index]!);
    const value = columns[name].values ? valueIn(name, cell) : cell;
    const fault = faultOf(name, cell, value, isIndividual);
    if (fault) {
      const place = { line: row.line, column: index + 1, heading: header.headings[index]! };
      errors.add({ ...fault, ...place, ...(cell ? { found: quoted(cell) } : {}) });
      good = false;
    } else if (cell !== '') {
      read[name] = value!;
    }
  }
  return good ? (read as NomineeRow) : undefined;
}

function faultOf(name: ColumnName, cell: string, value: string | undefined, isIndividual: boolean) {
  const { needed, values } = columns[name];
  if (cell === '') {
    const missing = needed === 'always' || (needed === 'individuals' && isIndividual);
    return missing ? ({ code: 'CSV_CELL_EMPTY' } as const) : undefined;
  }
  const control = /[\p{Cc}\p{Cf}]/u.exec(cell)?.[0];
  if (control) return { code: 'CSV_CONTROL_CHARACTER', params: { character: nameOf(control) } } as const;
  if (cell.length > LONGEST_CELL) return { code: 'CSV_CELL_TOO_LONG', params: { limit: LONGEST_CELL } } as const;
  if (values && value === undefined)
    return { code: 'CSV_VALUE_UNKNOWN', params: { allowed: allowedValues(name) } } as const;
  return needed === 'individuals' && !isIndividual ? ({ code: 'CSV_CELL_NOT_EMPTY' } as const) : undefined;
}

const nameOf = (character: string) =>
  ({ '\t': 'Tab', '\0': 'NUL', '\n': 'xuống dòng, line break', '\r': 'xuống dòng, line break' })[character] ??
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
