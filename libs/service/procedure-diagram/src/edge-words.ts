import type { Language } from '#libs/domain/kernel';
import { type Chart, type ChartEdge, type ProcedureDocument, wayText } from '#libs/domain/procedure';
import { EDGE_TEXT } from './draw-edge.js';
import type { Label } from './layout.js';
import { linesOf, widthOf } from './text-size.js';

/** How wide the words beside a line may be, in pixels. */
const LABEL_ROOM = 150;

/** The outcomes that go a way; where a step has one way only, nothing needs to be said. */
export function letteringOf(
  procedure: ProcedureDocument,
  { nodes, edges }: Chart,
  edge: ChartEdge,
  language: Language,
): Pick<Label, 'lines' | 'width' | 'height'> | undefined {
  const from = nodes.find(({ id }) => id === edge.from);
  if (!from || edge.ways.length === 0) return undefined;
  const said = edge.ways.map((way) => wayText(procedure, from.step, way, language));
  if (edge.kind === 'usual' && edges.filter((other) => other.from === edge.from).length === 1) return undefined;
  const leaving = edge.leavesBlock ? [{ vi: '(bỏ các nhánh khác)', en: '(ends the other branches)' }[language]] : [];
  const lines = [...said, ...leaving].flatMap((text) => linesOf(text, LABEL_ROOM, EDGE_TEXT.size));
  const width = Math.max(...lines.map((line) => widthOf(line, EDGE_TEXT.size)));
  return { lines, width, height: lines.length * EDGE_TEXT.height };
}
