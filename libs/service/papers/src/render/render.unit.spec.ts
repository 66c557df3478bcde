import { strFromU8, unzipSync } from 'fflate';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { openPdf, type OpenedPdf, type Placed } from '../../../../../test/support/open-pdf.js';
import { PaperDesk } from '../../../../../test/support/paper-desk.js';
import { renderDocx } from '../docx/render-docx.js';
import { form, points } from '../form/form.js';
import type { Paper } from '../index.js';
import { paperAssets } from '../papers.module.js';
import { readFaces } from '../pdf/faces.js';
import { renderPdf } from '../pdf/render-pdf.js';
import { PaperRenderer } from './paper-renderer.js';

const fonts = readFaces(paperAssets);
const opened = async (paper: Paper): Promise<OpenedPdf> => openPdf(await renderPdf(paper, fonts));

const longNames = ['Nguyễn Hoàng Phương Thảo Nguyên Khánh', 'Đỗ Thị Ánh Nguyệt', 'Hồ Vũ Quỳnh Như', 'Lý Ẩn'];
const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index % 9 === 0
      ? acts.collective(
          `Tập thể cán bộ, công chức, viên chức và người lao động Phòng Nghiệp vụ tổng hợp số ${index + 1}`,
        )
      : acts.individual(`${longNames[index % 4]} ${index + 1}`, 'Trung tâm Khuyến nông và Dịch vụ nông nghiệp'),
  );

const desk = new PaperDesk({
  procedure: 'CSTDCS',
  nominees: [acts.individual('Trần Đức Ẩn'), acts.individual('Lê Thị Ngọc Ánh')],
});
const usual = new PaperDesk();
const papers = (): readonly Paper[] => [
  usual.paper('submission'),
  usual.paper('submission', { until: 2 }),
  usual.paper('receipt', { code: 'K7QM-4XRA' }),
  usual.paper('supplement-request'),
  desk.paper('minutes'),
  usual.paper('summary'),
  usual.decision(),
];

/** Every word of a paper’s model: names, numbers, dates, cells. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

/** What stands on the page of a model, without what only names its parts. */
const saidIn = ({ kind: _kind, title: _title, statedAt: _at, ...page }: Paper): readonly string[] =>
  wordsOf(
    JSON.parse(JSON.stringify(page, (key, value: unknown) => (key === 'type' || key === 'align' ? undefined : value))),
  );

const squeezed = (text: string): string => text.replace(/\s/g, '');

describe('A paper as PDF', () => {
  /** Each paper with its file, read once. */
  let read: readonly { readonly paper: Paper; readonly pdf: OpenedPdf }[];
  beforeAll(async () => {
    read = await Promise.all(papers().map(async (paper) => ({ paper, pdf: await opened(paper) })));
  });
  const readAs = (kind: Paper['kind']): OpenedPdf => {
    const found = read.find(({ paper }) => paper.kind === kind);
    if (!found) throw new Error(`No ${kind} was read.`);
    return found.pdf;
  };

  it('is an A4 page of PDF/A-3a: tagged, in Vietnamese, with every font in it', () => {
    for (const { paper, pdf } of read) {
      for (const { width, height } of pdf.pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      expect([pdf.tagged, pdf.language, pdf.title]).toEqual([true, 'vi-VN', paper.title]);
      expect(pdf.raw).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
      const named = pdf.raw.match(/\/Type \/FontDescriptor/g) ?? [];
      const embedded = pdf.raw.match(/\/FontFile2? /g) ?? [];
      expect(embedded.length).toBe(named.length);
      expect(pdf.raw).not.toMatch(/Helvetica|Times-Roman/);
    }
  });

  it('holds every name, number and date of its model, letter for letter in NFC', () => {
    for (const { paper, pdf } of read) {
      const { text } = pdf;
      expect(text).toBe(text.normalize('NFC'));
      const all = squeezed(text);
      for (const said of saidIn(paper)) expect(all).toContain(squeezed(said));
    }
  });

  it('keeps a space between the words of a line that is stretched', () => {
    const { text } = readAs('decision');
    expect(text).toContain('chịu trách nhiệm thi hành Quyết định này./.');
  });

  it('tells a reading program what is a title, a list and the head of a column', () => {
    const elements = readAs('submission').pages.flatMap((page) => page.elements);
    const count = (role: string) => elements.filter((each) => each === role).length;
    expect(count('H1')).toBe(2);
    expect(count('Table')).toBe(2);
    expect(count('TH')).toBe(7);
    expect(count('LI')).toBeGreaterThan(2);
    const headings = readAs('minutes').pages.flatMap((page) => page.elements);
    expect(headings.filter((each) => each === 'H2')).toHaveLength(5);
  });

  it('has its margins, and its number on every page but the first', async () => {
    const { pages } = await opened(new PaperDesk({ nominees: crowd(60) }).paper('submission'));
    const { leftMm, rightMm, topMm, bottomMm, widthMm, heightMm } = form.page;
    pages.forEach(({ pieces }, index) => {
      const above = pieces.filter(({ y }) => y > points(heightMm - topMm));
      expect(above.map(({ text }) => text.trim())).toEqual(index === 0 ? [] : [String(index + 1)]);
      for (const { x, y, width } of pieces) {
        expect(x).toBeGreaterThanOrEqual(points(leftMm) - 0.5);
        expect(x + width).toBeLessThanOrEqual(points(widthMm - rightMm) + 1);
        expect(y).toBeGreaterThanOrEqual(points(bottomMm) - 0.5);
      }
    });
  });

  it('sets 200 long names without one over another, the heads of the columns on every page of the list', async () => {
    const { pages, text } = await opened(new PaperDesk({ nominees: crowd(200) }).paper('minutes'));
    expect(pages.length).toBeGreaterThan(8);
    const inList = pages.filter((page) => page.text.includes('Đạt'));
    for (const page of inList) expect(squeezed(page.text)).toContain(squeezed('Họ và tên, tên tập thể'));
    for (const page of pages) expect(overlaps(page.pieces)).toEqual([]);
    for (const { name } of crowd(200)) expect(squeezed(text)).toContain(squeezed(name));
  });

  it('cuts a word that no line can hold, and leaves the next cell alone', async () => {
    const nominees = [acts.individual('Ẩ'.repeat(120), 'Ẵ'.repeat(150)), acts.individual('Hai')];
    const { pages } = await opened(new PaperDesk({ nominees }).paper('submission'));
    for (const page of pages) expect(overlaps(page.pieces)).toEqual([]);
  });

  it('is the same to the last byte for the same facts', async () => {
    for (const paper of papers()) {
      const [one, other] = [await renderPdf(paper, fonts), await renderPdf(paper, fonts)];
      expect(Buffer.compare(one, other)).toBe(0);
    }
  });
});

/** Pieces that stand on one another. Marks may reach into the line above; letters must not. */
function overlaps(pieces: readonly Placed[]): readonly string[] {
  const boxes = pieces.map(({ text, x, y, width, size }) => ({
    text,
    left: x,
    right: x + width,
    low: y,
    high: y + size * 0.6,
  }));
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1)
      .filter((other) => Math.min(one.high, other.high) - Math.max(one.low, other.low) > 0.5)
      .map((other) => `${one.text} / ${other.text}`),
  );
}

describe('A paper as DOCX', () => {
  const partsOf = async (paper: Paper) => unzipSync(await renderDocx(paper));
  const xmlOf = async (paper: Paper) => strFromU8((await partsOf(paper))['word/document.xml'] as Uint8Array);

  it('has the page, the margins and the font of the form', async () => {
    const parts = await partsOf(usual.decision());
    const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(xml).toContain('<w:titlePg/>');
    expect(strFromU8(parts['word/styles.xml'] as Uint8Array)).toMatch(/w:ascii="Times New Roman"[\s\S]*w:val="vi-VN"/);
    expect([...xml.matchAll(/w:ascii="([^"]*)"/g)].every(([, font]) => font === 'Times New Roman')).toBe(true);
    expect(Object.keys(parts).some((name) => /header\d\.xml$/.test(name))).toBe(true);
  });

  it('holds every name, number and date of its model, in NFC, and the heads of its tables come again', async () => {
    for (const paper of papers()) {
      const xml = await xmlOf(paper);
      const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, said]) => said).join('');
      expect(text).toBe(text.normalize('NFC'));
      for (const said of saidIn(paper))
        expect(squeezed(text.replaceAll('&amp;', '&').replaceAll('&quot;', '"'))).toContain(squeezed(said));
      const tables = paper.blocks
        .concat(paper.annexes.flatMap(({ blocks }) => blocks))
        .filter(({ type }) => type === 'table');
      expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(tables.length);
    }
  });

  it('is the same to the last byte for the same facts, also when it is made later', async () => {
    const paper = usual.paper('submission');
    const [one, other] = [await renderDocx(paper), await laterThan(2_100, () => renderDocx(paper))];
    expect(Buffer.compare(one, other)).toBe(0);
    const core = strFromU8(unzipSync(one)['docProps/core.xml'] as Uint8Array);
    expect(core).toContain(`${paper.statedAt.slice(0, 19)}Z`);
  });
});

/** Does something as if it were so much later: archives count time in steps of two seconds. */
async function laterThan<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + milliseconds);
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}

describe('The thread that makes papers', () => {
  const renderer = new PaperRenderer(paperAssets);
  afterAll(() => renderer.close());

  it('leaves the process free while it sets two thousand names', async () => {
    const paper = new PaperDesk({ nominees: crowd(2_000) }).decision();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const bytes = await renderer.render(paper, 'pdf');
    clearInterval(timer);
    // On this thread it would be one turn or two: the work has no pause in it.
    expect(turns).toBeGreaterThan(20);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('makes what several ask for at once, each his own, and the same as without it', async () => {
    const [one, other] = [usual.paper('submission'), usual.paper('receipt')];
    const made = await Promise.all([
      renderer.render(one, 'pdf'),
      renderer.render(other, 'docx'),
      renderer.render(other, 'pdf'),
    ]);
    const plain = [await renderPdf(one, fonts), await renderDocx(other), await renderPdf(other, fonts)];
    expect(made.map((bytes, index) => Buffer.compare(bytes, plain[index] as Uint8Array))).toEqual([0, 0, 0]);
  });

  it('tells why a paper could not be made, and makes the next', async () => {
    const broken = { ...usual.paper('submission'), blocks: [{ type: 'grounds' }] } as unknown as Paper;
    await expect(renderer.render(broken, 'pdf')).rejects.toThrow('A paper could not be made');
    await expect(renderer.render(usual.paper('submission'), 'pdf')).resolves.toBeInstanceOf(Uint8Array);
  });
});
