import type { AwardHistoryCommandOf } from '#libs/domain/award-history';
import { type Result, ok } from '#libs/domain/kernel';
import { parseList } from './list-csv.js';
import { pastAwardTable } from './past-award-columns.js';
import type { RowError } from './row-error.js';

/** A line as `import` takes it. */
export type PastAwardRow = AwardHistoryCommandOf<'import'>['data']['recipients'][number];

/** What a good row says, as the command takes it. */
export const pastAwardOf = ({ meritYear, ...cells }: Partial<Record<string, string>>): PastAwardRow =>
  ({ ...cells, ...(meritYear === undefined ? {} : { meritYear: Number(meritYear) }) }) as PastAwardRow;

/** Reads a list of earlier awards as text, all rows or none. What stands twice, the server names by its lines. */
export function parsePastAwardCsv(bytes: Uint8Array): Result<readonly PastAwardRow[], readonly RowError[]> {
  const listed = parseList(bytes, pastAwardTable, () => {});
  return listed.ok ? ok(listed.value.map(pastAwardOf)) : listed;
}
