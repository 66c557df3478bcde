import { type Chart, levelNameOf, type ProcedureDocument } from '#libs/domain/procedure';
import type { Language } from '#libs/domain/kernel';
import type { PlacedCard } from './layout.js';
import { element, textLine } from './markup.js';
import { palette } from './palette.js';
import { linesOf } from './text-size.js';

/** The column on the left in which the levels are named. */
export const BAND_COLUMN = 136;

/** The levels as bands across the picture, each with its name at its head. */
export function drawBands(
  { bands }: Chart,
  cards: readonly PlacedCard[],
  procedure: ProcedureDocument,
  language: Language,
  size: { readonly width: number; readonly height: number },
): string {
  const edges = bordersOf(bands.length, cards, size.height);
  return bands
    .map((level, index) => {
      const [top = 0, bottom = size.height] = [edges[index], edges[index + 1]];
      const names = linesOf(levelNameOf(procedure, level, language), BAND_COLUMN - 34, 13, true);
      return [
        element('rect', {
          x: 0,
          y: top,
          width: size.width,
          height: bottom - top,
          fill: index % 2 === 0 ? palette.paper : palette.sunk,
        }),
        element('rect', { x: 0, y: top, width: 6, height: bottom - top, fill: palette.lacquer }),
        element('path', { d: `M0 ${top}H${size.width}`, stroke: palette.hairline, 'stroke-width': 1 }),
        ...names.map((line, row) =>
          textLine(line, { x: 20, y: top + 30 + row * 19, 'font-size': 13, 'font-weight': 600, fill: palette.lacquer }),
        ),
      ].join('');
    })
    .join('');
}

/** Half-way between the lowest card of a band and the highest of the next. */
function bordersOf(count: number, cards: readonly PlacedCard[], height: number): readonly number[] {
  const borders = [0];
  for (let band = 1; band < count; band++) {
    const above = cards.filter(({ card }) => card.node.band < band).map(({ card, y }) => y + card.height);
    const below = cards.filter(({ card }) => card.node.band >= band).map(({ y }) => y);
    borders.push(Math.round((Math.max(0, ...above) + Math.min(height, ...below)) / 2));
  }
  return [...borders, height];
}
