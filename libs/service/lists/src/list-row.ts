import { type ColumnTable, tidy } from './column-table.js';
import type { Header } from './header-row.js';
import { type RowErrors, quoted } from './row-error.js';
import type { CsvRow } from './split-rows.js';

/** As the domain's labels allow. */
const LONGEST_CELL = 200;

/** What the cells of one row mean, by column; `undefined` when something in it is wrong, which then stands in `errors`. */
export function readCells<Name extends string>(
  row: CsvRow,
  header: Header<Name>,
  table: ColumnTable<Name>,
  errors: RowErrors,
): Partial<Record<Name, string>> | undefined {
  if (row.cells.length !== header.headings.length) {
    const column = Math.min(row.cells.length, header.headings.length) + 1;
    const params = { cells: row.cells.length, columns: header.headings.length };
    errors.add({ code: 'CSV_ROW_LENGTH', line: row.line, column, params });
    return undefined;
  }
  const read: Partial<Record<Name, string>> = {};
  const kind = header.indexOf('kind' as Name);
  const said = kind === undefined ? undefined : table.valueIn('kind' as Name, row.cells[kind]!);
  let good = true;
  for (const name of table.names) {
    const index = header.indexOf(name);
    if (index === undefined) continue;
    const cell = tidy(row.cells[index]!);
    const value = cell === '' ? undefined : table.valueIn(name, cell);
    const fault = faultOf(table, name, { cell, value, said });
    if (fault) {
      const place = { line: row.line, column: index + 1, heading: header.headings[index]! };
      errors.add({ ...fault, ...place, ...(cell ? { found: quoted(cell) } : {}) });
      good = false;
    } else if (value !== undefined) {
      read[name] = value;
    }
  }
  return good ? read : undefined;
}

function faultOf<Name extends string>(
  table: ColumnTable<Name>,
  name: Name,
  {
    cell,
    value,
    said,
  }: { readonly cell: string; readonly value?: string | undefined; readonly said: string | undefined },
) {
  const { needed, individualsOnly, collectivesOnly } = table.columns[name];
  const isIndividual = said === 'individual';
  if (cell === '') {
    const missing = needed === 'always' || (needed === 'individuals' && isIndividual);
    return missing ? ({ code: 'CSV_CELL_EMPTY' } as const) : undefined;
  }
  const control = /[\p{Cc}\p{Cf}]/u.exec(cell)?.[0];
  if (control) return { code: 'CSV_CONTROL_CHARACTER', params: { character: nameOf(control) } } as const;
  if (cell.length > LONGEST_CELL) return { code: 'CSV_CELL_TOO_LONG', params: { limit: LONGEST_CELL } } as const;
  if (value === undefined) return { code: 'CSV_VALUE_UNKNOWN', params: { allowed: table.allowed(name) } } as const;
  if (collectivesOnly && said !== 'collective') return { code: 'CSV_CELL_NOT_OF_COLLECTIVE' } as const;
  return (needed === 'individuals' || individualsOnly) && !isIndividual
    ? ({ code: 'CSV_CELL_NOT_EMPTY' } as const)
    : undefined;
}

const nameOf = (character: string) =>
  ({ '\t': 'Tab', '\0': 'NUL', '\n': 'xuống dòng, line break', '\r': 'xuống dòng, line break' })[character] ??
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
