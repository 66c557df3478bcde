import { count } from './cell-forms.js';
import type { Column } from './column-table.js';
import titles from './holder-columns.json' with { type: 'json' };

/** A column of how many members of a collective hold a title; it is called after the title. */
export type HolderColumn = `holders.${string}`;

/** Số người đạt danh hiệu: one column for each title of which a criterion counts the holders (R14). */
export const holderColumns: Readonly<Record<HolderColumn, Column>> = Object.fromEntries(
  titles.map(({ award, headings: [vi = '', en = ''] }): [HolderColumn, Column] => [
    `holders.${award}`,
    { headings: [vi, en], form: count, collectivesOnly: true, needed: 'never', mayBeAbsent: true },
  ]),
);

/** Award → holders, as a row says; `undefined` where it says nothing of any. */
export function holdersIn(cells: Partial<Record<HolderColumn, string>>): Readonly<Record<string, number>> | undefined {
  const held = titles.flatMap(({ award }) => {
    const cell = cells[`holders.${award}`];
    return cell === undefined ? [] : [[award, Number(cell)] as const];
  });
  return held.length === 0 ? undefined : Object.fromEntries(held);
}
