import { describe, expect, it, jest } from '@jest/globals';
import { chartOf, type Procedure } from '#libs/domain/procedure';
import { catalogue, procedureNamed } from '../../../../test/support/procedures.js';
import { cardOf } from './card.js';
import { layOut } from './layout.js';
import { procedureDiagram, ProcedureDiagrams } from './index.js';

// The library takes a second or two for a state award, in a thread of its own.
jest.setTimeout(120_000);

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

  it.each(['BK_TINH', 'CSTDCS', 'HCLD1', 'KNC'])(
    'of %s has no card over another and no band out of order',
    async (code) => {
      const procedure = named(code);
      const chart = chartOf(procedure);
      const cards = new Map(chart.nodes.map((node) => [node.id, cardOf(procedure, node, 'vi')]));
      const placed = (await layOut(chart, cards, () => undefined)).cards;
      expect(placed).toHaveLength(chart.nodes.length);
      const over = placed.flatMap((one, index) =>
        placed.slice(index + 1).flatMap((other) => {
          const apart =
            one.x + one.card.width <= other.x ||
            other.x + other.card.width <= one.x ||
            one.y + one.card.height <= other.y ||
            other.y + other.card.height <= one.y;
          return apart ? [] : [`${one.card.node.id} ${other.card.node.id}`];
        }),
      );
      expect(over).toEqual([]);
      for (const one of placed) {
        for (const other of placed) {
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
});
