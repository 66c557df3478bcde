import type { Bilingual } from '#libs/domain/kernel';
import type { Cell } from '../../format/spreadsheet.js';
import type { NamedGroup } from './share-figure.js';
import type { Figures } from './statistics.query.js';

/** The columns of a downloaded table, in their order. */
export const columns = [
  'figure',
  'group',
  'numerator',
  'denominator',
  'unknown',
  'median',
  'turns',
  'dossiers',
  'how',
  'excluded',
] as const;

/** What the head of a downloaded table says. */
export interface RowWords {
  readonly head: readonly string[];
  readonly whole: string;
  readonly asOf: string;
  readonly say: (text: Bilingual) => string;
  readonly named: (figure: Figures['figures'][number]) => readonly NamedGroup[];
}

const DAY_SECONDS = 86_400;

/** Every figure of the page as rows for a spreadsheet: each with its numbers, how it is made and what is left out. */
export function figureRows(
  { figures }: Figures,
  { head, whole, asOf, say, named }: RowWords,
): readonly (readonly Cell[])[] {
  return [
    [asOf],
    head,
    ...figures.flatMap((figure) => {
      const { name, total, formula, excluded } = figure;
      const groups = [...(total ? [{ ...total, label: whole }] : []), ...named(figure)];
      return groups.map(({ label, numerator, denominator, unknown, medianSeconds, stays, count }) => [
        say(name),
        label,
        numerator ?? '',
        denominator ?? '',
        unknown ?? '',
        medianSeconds === undefined ? '' : Math.round((medianSeconds * 10) / DAY_SECONDS) / 10,
        stays ?? '',
        count ?? '',
        say(formula),
        say(excluded),
      ]);
    }),
  ];
}
