import { chartOf, type Procedure } from '#libs/domain/procedure';
import { catalogue, procedureNamed } from '../../../../test/support/procedures.js';
import { cardOf, lineStyles, PADDING } from './card.js';
import { letteringOf } from './edge-words.js';
import { layOut } from './layout.js';
import { procedureDiagram, ProcedureDiagrams } from './index.js';
import { widthOf } from './text-size.js';

const bk = procedureNamed('BK_TINH@R2025.1');
const named = (code: string): Procedure => {
  const found = catalogue.find((procedure) => procedure.code === code);
  if (!found) throw new Error(`The catalogue has ${code}.`);
  return found;
};

/** Whether every element that is opened is closed, in order, and nothing but elements and text stands there. */
function wellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<>&]*(?:&#\d+;[^"<>&]*)*")*)(\/?)>/g,
    (_, end, name: string, _said, empty) => {
      if (end === '/') {
        if (open.pop() !== name) open.push('out of order');
      } else if (empty !== '/') open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!#\d+;)/.test(rest);
}

const texts = (svg: string): string[] => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text ?? '');

interface Box {
  readonly what: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const apart = (one: Box, other: Box): boolean =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y;

describe('the diagram of a procedure', () => {
  it('is SVG with a title and its content in words, in the reader’s language', async () => {
    const svg = await procedureDiagram(bk, 'vi');
    expect(wellFormed(svg)).toBe(true);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-labelledby="title desc"[^>]* lang="vi"/,
    );
    expect(svg).toContain('<title id="title">Bằng khen của Chủ tịch UBND tỉnh (BK_TINH R2025.1)</title>');
    expect(svg).toMatch(
      /<desc id="desc">1\. Soạn hồ sơ: công việc; Đơn vị; cán bộ đơn vị nộp hồ sơ; nộp hồ sơ → Tiếp nhận/,
    );
    const english = await procedureDiagram(bk, 'en');
    expect(english).toContain('Provincial certificate of merit');
    expect(texts(english).join('\n')).not.toMatch(/[ăđơưạếộ]/i);
  });

  it('names every step, its kind, who acts and its limit', async () => {
    const said = texts(await procedureDiagram(bk, 'vi')).join(' ');
    for (const word of ['Chờ', 'Biểu quyết', 'Ký', 'Quyết định', 'Hội đồng tỉnh xét', 'Thư ký Hội đồng']) {
      expect(said).toContain(word);
    }
    expect(said).toContain('chưa rõ, tạm tính 5 ngày làm việc');
    expect(said).toContain('20 ngày làm việc');
  });

  it('runs and loads nothing, whatever a procedure says', async () => {
    const evil = '</text><script>alert(1)</script><a href="http://x" onload="x">&\u0000';
    const step = bk.steps['appraisal'];
    if (!step) throw new Error('BK_TINH has an appraisal.');
    const names = { vi: evil, en: evil };
    const steps = { ...bk.steps, appraisal: { ...step, names } };
    const svg = await procedureDiagram({ ...bk, names, steps, version: evil }, 'vi');
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/<(script|a|image|foreignObject|use|style|iframe)[ >]/);
    expect(svg).not.toMatch(/<[^>]* (on\w+|href|xlink:href|style)=/);
    expect(svg.replaceAll('url(#head-', '')).not.toMatch(/url\(/);
  });

  it('draws the usual way of an award without branches as one straight line', async () => {
    const chart = chartOf(bk);
    const cards = new Map(chart.nodes.map((node) => [node.id, cardOf(bk, node, 'vi')]));
    const { edges } = await layOut(chart, cards, () => undefined);
    const columns = edges.filter(({ edge }) => edge.kind === 'usual').flatMap(({ points }) => points.map(({ x }) => x));
    expect(new Set(columns.map(Math.round)).size).toBe(1);
  });

  it.each(
    catalogue.filter(({ regime }) => regime === 'R2025').map((procedure) => [procedure.code, procedure] as const),
  )(
    'of %s has nothing over anything else, every line of text in its card, and no band out of order',
    async (_code, procedure) => {
      const chart = chartOf(procedure);
      const cards = new Map(chart.nodes.map((node) => [node.id, cardOf(procedure, node, 'vi')]));
      const placed = await layOut(chart, cards, (edge) => letteringOf(procedure, chart, edge, 'vi'));
      expect(placed.cards).toHaveLength(chart.nodes.length);
      const boxes: readonly Box[] = [
        ...placed.cards.map(({ card: { node, width, height }, x, y }) => ({ what: node.id, x, y, width, height })),
        ...placed.edges.flatMap(({ edge, label }) => (label ? [{ what: `${edge.from} → ${edge.to}`, ...label }] : [])),
      ];
      const over = boxes.flatMap((one, index) =>
        boxes.slice(index + 1).flatMap((other) => (apart(one, other) ? [] : [`${one.what} | ${other.what}`])),
      );
      expect(over).toEqual([]);
      for (const { lines, width } of cards.values()) {
        for (const { text, style } of lines) {
          const { size, bold, indent } = lineStyles[style];
          // A word that fits nowhere would stand out of its card.
          expect([text, PADDING + indent + widthOf(text, size, bold) <= width]).toEqual([text, true]);
        }
      }
      for (const one of placed.cards) {
        for (const other of placed.cards) {
          if (one.card.node.band < other.card.node.band) expect(one.y + one.card.height).toBeLessThanOrEqual(other.y);
        }
      }
    },
  );

  it('of an award whose procedure nobody has read says so', async () => {
    const svg = await procedureDiagram(named('NGND'), 'en');
    expect(texts(svg).join(' ')).toContain('The procedure of this award has not been read');
  });

  it('is drawn once, and the same bytes come again', async () => {
    const diagrams = new ProcedureDiagrams();
    const [one, other] = [diagrams.of(bk, 'vi'), diagrams.of(bk, 'vi')];
    expect(other).toBe(one);
    expect(await procedureDiagram(bk, 'vi')).toBe(await one);
  });

  it('is drawn anew when the version was ended', async () => {
    const diagrams = new ProcedureDiagrams();
    await diagrams.of(bk, 'vi');
    const ended = await diagrams.of({ ...bk, effective: { ...bk.effective, until: '2026-11-28' } }, 'vi');
    expect(texts(ended).join(' ')).toContain('đến trước 28/11/2026');
  });
});
