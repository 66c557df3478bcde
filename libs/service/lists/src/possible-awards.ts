import { nearestName } from '#libs/domain/procedure';
import type { Check } from './list-csv.js';
import { quoted } from './row-error.js';

/** What a line of earlier awards can say. */
export interface KnownAwards {
  /** Every award of the catalogue by its code, also those that are given no more. */
  readonly awards: ReadonlySet<string>;
  readonly thisYear: number;
}

/** Names awards that the catalogue does not have, with the one that was probably meant, and years of merit that are yet to come. */
export const possibleAwards =
  ({ awards, thisYear }: KnownAwards): Check<'award' | 'meritYear'> =>
  ({ row, cells, header }, errors) => {
    const at = (name: 'award' | 'meritYear') => {
      const index = header.indexOf(name) ?? 0;
      const heading = header.headings[index];
      return {
        line: row.line,
        column: index + 1,
        ...(heading === undefined ? {} : { heading }),
        found: quoted(row.cells[index] ?? ''),
      };
    };
    const { award, meritYear } = cells;
    if (award !== undefined && !awards.has(award)) {
      const meant = nearestName(award, awards);
      errors.add(
        meant === undefined
          ? { code: 'CSV_AWARD_UNKNOWN', ...at('award') }
          : { code: 'CSV_AWARD_MISSPELT', params: { meant }, ...at('award') },
      );
    }
    if (meritYear !== undefined && Number(meritYear) > thisYear) {
      errors.add({ code: 'CSV_YEAR_AHEAD', params: { year: thisYear }, ...at('meritYear') });
    }
  };
