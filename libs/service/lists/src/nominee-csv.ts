import { type Result, ok } from '#libs/domain/kernel';
import { type ClaimColumn, claimsIn } from './claim-columns.js';
import { type Check, parseList } from './list-csv.js';
import { type ColumnName, type NomineeRow, identityOf, nomineeTable } from './nominee-columns.js';
import { type RowError, quoted } from './row-error.js';

/** What a good row says, as the command takes it. */
export function nomineeOf(cells: Partial<Record<ColumnName | ClaimColumn, string>>): NomineeRow {
  const { kind, name, sex, standing, unit, cluster, grade, code, birthDate, ...stated } = cells;
  const claims = claimsIn(stated);
  const said = { kind, name, sex, standing, unit, cluster, grade, code, birthDate };
  const entries = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), ...(claims ? { claims } : {}) } as NomineeRow;
}

/** The same nominee twice is an error of the later row. */
export function twinsAmongNominees(): Check<ColumnName | ClaimColumn> {
  const lines = new Map<string, number>();
  return ({ row, cells, header }, errors) => {
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
  };
}

/** Reads a list of nominees as text, all rows or none; the same nominee twice is an error of the later row. */
export function parseNomineeCsv(bytes: Uint8Array): Result<readonly NomineeRow[], readonly RowError[]> {
  const listed = parseList(bytes, nomineeTable, twinsAmongNominees());
  return listed.ok ? ok(listed.value.map(nomineeOf)) : listed;
}
