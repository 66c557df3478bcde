import type { ChartEdge } from '#libs/domain/procedure';
import type { PlacedEdge, Point } from './layout.js';
import { element, textLine } from './markup.js';
import { palette } from './palette.js';

export const EDGE_TEXT = { size: 12, height: 16 } as const;

const styles: Readonly<Record<ChartEdge['kind'], Readonly<Record<string, string | number>>>> = {
  usual: { stroke: palette.ink, 'stroke-width': 2.2, 'marker-end': 'url(#head-usual)' },
  aside: { stroke: palette.third, 'stroke-width': 1.3, 'marker-end': 'url(#head-aside)' },
  back: { stroke: palette.back, 'stroke-width': 1.4, 'stroke-dasharray': '5 4', 'marker-end': 'url(#head-back)' },
};

/** The line of a way, with rounded corners. */
export const drawEdge = ({ edge, points }: PlacedEdge): string =>
  element('path', { d: rounded(points), fill: 'none', 'stroke-linejoin': 'round', ...styles[edge.kind] });

/** What stands beside a line, on a ground of its own where it crosses others. */
export function drawLabel({ edge, label }: PlacedEdge): string {
  if (!label) return '';
  const { x, y, lines } = label;
  return lines
    .map((line, index) =>
      textLine(line, {
        x,
        y: y + (index + 0.76) * EDGE_TEXT.height,
        'font-size': EDGE_TEXT.size,
        fill: edge.kind === 'back' ? palette.back : palette.second,
        stroke: palette.paper,
        'stroke-width': 4,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }),
    )
    .join('');
}

/** A line for the legend. */
export const drawSample = (kind: ChartEdge['kind'], x: number, y: number): string =>
  element('path', { d: `M${x} ${y}h34`, fill: 'none', ...styles[kind] });

/** The arrow heads, once for the whole picture. */
export const arrowHeads = element(
  'defs',
  {},
  ...Object.entries({ usual: palette.ink, aside: palette.third, back: palette.back }).map(([kind, fill]) =>
    element(
      'marker',
      {
        id: `head-${kind}`,
        viewBox: '0 0 10 10',
        refX: 9,
        refY: 5,
        markerWidth: 9,
        markerHeight: 9,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto',
      },
      element('path', { d: 'M0 0.8L10 5L0 9.2Z', fill }),
    ),
  ),
);

const RADIUS = 7;

function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  let before = first;
  rest.forEach((point, index) => {
    const after = rest[index + 1];
    if (!after) path += `L${at(point)}`;
    else {
      const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
      path += `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
    }
    before = point;
  });
  return path;
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / whole) * length, y: from.y + ((to.y - from.y) / whole) * length };
}
