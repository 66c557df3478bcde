import type { StepKind } from '#libs/domain/procedure';
import { type CardLine, lineStyles, PADDING } from './card.js';
import { clockMark, kindMarks, staysMark } from './icons.js';
import type { PlacedCard } from './layout.js';
import { element, textLine } from './markup.js';
import { palette } from './palette.js';

/** A node: its outline, which differs by kind, and its words. */
export function drawCard({ card, x, y }: PlacedCard): string {
  const { node, lines, width, height } = card;
  if (node.kind === 'fork' || node.kind === 'join') return drawBar(x, y, width, height, node.kind);
  const outline = outlines[node.kind](width, height, outlineStyle(node.usual, node.kind));
  let top = PADDING - 1;
  const words = lines.map((line) => {
    const { height: high } = lineStyles[line.style];
    top += high;
    return drawLine(line, node.kind, top - high * 0.28);
  });
  // Which step it is: whoever shows the picture may lay what is counted at each step over it.
  const place = { transform: `translate(${Math.round(x)} ${Math.round(y)})`, 'data-step': node.step };
  return element('g', place, outline, ...words);
}

type Style = Readonly<Record<string, string | number | undefined>>;

const outlineStyle = (usual: boolean, kind: StepKind): Style => ({
  fill: usual ? palette.paper : palette.sunk,
  stroke: usual ? palette.ink : palette.border,
  'stroke-width': usual ? 1.6 : 1.2,
  ...(kind === 'wait' ? { 'stroke-dasharray': '7 4' } : {}),
});

const box = (width: number, height: number, style: Style, radius = 6): string =>
  element('rect', { width, height, rx: radius, ...style });

/** A shape for each kind: who prints it in black and white, or sees no colours, tells them apart. */
const outlines: Readonly<Record<StepKind, (width: number, height: number, style: Style) => string>> = {
  task: box,
  wait: box,
  // Corners cut off, as of a lozenge.
  decision: (w, h, style) =>
    element('path', { d: `M12 0H${w - 12}L${w} 12V${h - 12}L${w - 12} ${h}H12L0 ${h - 12}V12Z`, ...style }),
  // A folded corner, as of a paper on a board.
  notice: (w, h, style) =>
    element('path', { d: `M6 0H${w - 16}L${w} 16V${h}H0V6A6 6 0 0 1 6 0ZM${w - 16} 0V16H${w}`, ...style }),
  // A double line, as of a ballot box.
  vote: (w, h, style) =>
    box(w, h, style) +
    element('rect', { x: 4, y: 4, width: w - 8, height: h - 8, rx: 3, ...style, 'stroke-width': 0.9 }),
  // A line to sign on.
  sign: (w, h, style) =>
    box(w, h, style) + element('path', { d: `M12 ${h - 5}H${w - 12}`, ...style, 'stroke-width': 2 }),
  fork: box,
  join: box,
  end: (w, h, style) => box(w, h, style, Math.min(22, h / 2)),
};

function drawBar(x: number, y: number, width: number, height: number, kind: 'fork' | 'join'): string {
  const bar = element('rect', { width, height, rx: 2, fill: palette.ink });
  return element(
    'g',
    { transform: `translate(${Math.round(x)} ${Math.round(y)})` },
    bar,
    mark(kindMarks[kind], -22, -3),
  );
}

const mark = (path: string, x: number, y: number, colour: string = palette.second): string =>
  element('path', {
    d: path,
    transform: `translate(${x} ${y})`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.3,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

const colours: Readonly<Record<CardLine['style'], string>> = {
  kind: palette.third,
  name: palette.ink,
  actor: palette.second,
  clock: palette.clock,
  stays: palette.back,
};

function drawLine({ text, style, goesOn }: CardLine, kind: StepKind, y: number): string {
  const { size, bold, indent } = lineStyles[style];
  const marks = { kind: kindMarks[kind], clock: clockMark, stays: staysMark, name: undefined, actor: undefined };
  const path = goesOn ? undefined : marks[style];
  const line = textLine(text, {
    x: PADDING + indent,
    y,
    'font-size': size,
    'font-weight': bold ? 600 : undefined,
    fill: colours[style],
  });
  return (path === undefined ? '' : mark(path, PADDING - 1, y - 11, colours[style])) + line;
}

/** A mark on its own, for the legend. */
export const drawMark = mark;
