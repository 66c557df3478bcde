import { type Bilingual, dayText, type Language } from '#libs/domain/kernel';
import { type Chart, chartOf, type ProcedureDocument } from '#libs/domain/procedure';
import { cardOf } from './card.js';
import { chartInWords } from './chart-in-words.js';
import { BAND_COLUMN, drawBands } from './draw-bands.js';
import { drawCard } from './draw-card.js';
import { arrowHeads, drawEdge, drawLabel } from './draw-edge.js';
import { drawLegend } from './draw-legend.js';
import { letteringOf } from './edge-words.js';
import { type Layout, layOut } from './layout.js';
import { element, escaped, textLine } from './markup.js';
import { fontFamily, palette } from './palette.js';
import { linesOf } from './text-size.js';

/**
 * A procedure as a picture: SVG without scripts, links or outside parts, with a title and the whole content as text for who does
 * not see it. The same document gives the same bytes.
 */
export async function procedureDiagram(procedure: ProcedureDocument, language: Language): Promise<string> {
  const chart = chartOf(procedure);
  const cards = new Map(chart.nodes.map((node) => [node.id, cardOf(procedure, node, language)]));
  const layout = await layOut(chart, cards, (edge) => letteringOf(procedure, chart, edge, language));
  const head = drawHead(procedure, language, Math.max(layout.width + BAND_COLUMN, LEAST_WIDTH));
  const width = Math.max(layout.width + BAND_COLUMN, LEAST_WIDTH);
  const legend = drawLegend(procedure, language, head.height + layout.height, width);
  const height = head.height + layout.height + legend.height;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': 'title desc',
      lang: language,
      'xml:lang': language,
      'font-family': fontFamily,
    },
    element('title', { id: 'title' }, escaped(head.title)),
    element('desc', { id: 'desc' }, escaped(chartInWords(procedure, chart, language))),
    arrowHeads,
    element('rect', { width, height, fill: palette.page }),
    head.markup,
    element('g', { transform: `translate(0 ${head.height})` }, drawChart(procedure, chart, layout, language, width)),
    element('path', { d: `M0 ${head.height + layout.height}H${width}`, stroke: palette.hairline, 'stroke-width': 1 }),
    legend.markup,
  )}\n`;
}

const LEAST_WIDTH = 760;

function drawChart(
  procedure: ProcedureDocument,
  chart: Chart,
  layout: Layout,
  language: Language,
  width: number,
): string {
  const { cards, edges, height } = layout;
  const kinds = ['aside', 'back', 'usual'] as const;
  const sorted = kinds.flatMap((kind) => edges.filter(({ edge }) => edge.kind === kind));
  return [
    drawBands(chart, cards, procedure, language, { width, height }),
    element(
      'g',
      { transform: `translate(${BAND_COLUMN} 0)` },
      ...sorted.map(drawEdge),
      ...cards.map(drawCard),
      ...sorted.map(drawLabel),
    ),
  ].join('');
}

const headWords = {
  inForce: { vi: 'hiệu lực từ {from}', en: 'in force from {from}' },
  until: { vi: 'đến trước {until}', en: 'until before {until}' },
  carriedOver: {
    vi: 'Số liệu chuyển tiếp từ {from}, chưa đối chiếu văn bản mới.',
    en: 'Figures carried over from {from}; the new text was not read.',
  },
} as const satisfies Record<string, Bilingual>;

function drawHead(procedure: ProcedureDocument, language: Language, width: number) {
  const { names, code, version, regime, effective, carriedOver, receivable, notReceivable } = procedure;
  const say = (text: Bilingual, params: Readonly<Record<string, string>> = {}): string =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const times = [
    say(headWords.inForce, { from: dayText(effective.from) }),
    ...(effective.until === null ? [] : [say(headWords.until, { until: dayText(effective.until) })]),
  ].join(' ');
  const notes = [
    `${code} · ${version} · ${regime} · ${times}`,
    ...(carriedOver ? [say(headWords.carriedOver, { from: carriedOver.from })] : []),
    ...(receivable ? [] : [notReceivable?.reason[language] ?? '']),
  ].flatMap((text) => linesOf(text, width - 40, 13));
  const title = linesOf(names[language], width - 40, 22, true);
  const ruleAt = 18 + title.length * 30;
  const markup = [
    ...title.map((line, row) =>
      textLine(line, { x: 20, y: 40 + row * 30, 'font-size': 22, 'font-weight': 600, fill: palette.ink }),
    ),
    element('rect', { x: 20, y: ruleAt + 6, width: 44, height: 3, fill: palette.gold }),
    ...notes.map((line, row) =>
      textLine(line, { x: 20, y: ruleAt + 32 + row * 20, 'font-size': 13, fill: palette.second }),
    ),
  ].join('');
  return { markup, title: `${names[language]} (${code} ${version})`, height: ruleAt + 32 + notes.length * 20 };
}
