import Pdf from 'pdfkit';
import type { Instant } from '#libs/domain/kernel';
import { form, points } from '../form/form.js';
import { type Face, faces } from './faces.js';
import { balanced, type Line, linesOf, type Measure, type Run } from './lines.js';

type Element = PDFKit.PDFStructureElement;

export type Align = 'left' | 'centre' | 'right' | 'justified';

/** Where a line is drawn. */
interface At {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align: Align;
  readonly size: number;
}

/**
 * Pages on which lines are set: it knows the margins, breaks pages, numbers them from the second on, and keeps the structure that
 * tells a reading program what is a heading and what a cell. Lengths in points, from the top left.
 */
export class Sheet {
  readonly left = points(form.page.leftMm);
  readonly width = points(form.page.widthMm - form.page.leftMm - form.page.rightMm);
  readonly top = points(form.page.topMm);
  readonly bottom = points(form.page.heightMm - form.page.bottomMm);
  /** Where the next thing goes. */
  y = this.top;

  private readonly document: PDFKit.PDFDocument;
  private readonly root: Element;
  private readonly done: Promise<Uint8Array<ArrayBuffer>>;
  private pages = 1;

  constructor(fonts: Readonly<Record<Face, Buffer>>, { title, statedAt }: { title: string; statedAt: Instant }) {
    this.document = new Pdf({
      size: [points(form.page.widthMm), points(form.page.heightMm)],
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      lang: form.language,
      displayTitle: true,
      // `&` and `<` would break the metadata, which the library writes as they are.
      info: { Title: title.replace(/[&<>]/g, ' '), Creator: 'Vinh Danh', CreationDate: new Date(statedAt) },
    });
    this.done = bytesOf(this.document);
    for (const face of faces) this.document.registerFont(face, fonts[face]);
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  measureAt =
    (size: number): Measure =>
    (text, face) =>
      this.document.font(face).fontSize(size).widthOfString(text);

  /** Height of a line of a size, with the leading of the form. */
  lineHeight = (size: number, spacing: number = form.body.lineSpacing): number => size * 1.149 * spacing;

  lines(runs: readonly Run[], size: number, width: number, indent = 0): readonly Line[] {
    return linesOf(runs, this.measureAt(size), width, indent);
  }

  /** Lines about as long as each other. */
  balanced(runs: readonly Run[], size: number, width: number): readonly Line[] {
    return balanced(runs, this.measureAt(size), width);
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= this.top + 0.01;
  }

  /** Goes on a new page unless there is this much room; nothing that is higher than a page waits for one. */
  ensure(height: number): void {
    if (height > this.room && !this.isAtTop && height <= this.bottom - this.top) this.newPage();
  }

  newPage(): void {
    this.document.addPage();
    this.pages += 1;
    this.y = this.top;
    const { size, fromPage } = form.pageNumber;
    if (this.pages < fromPage) return;
    const [line] = this.lines([{ text: String(this.pages), face: 'regular' }], size, this.width);
    if (!line) return;
    const y = (this.top - this.lineHeight(size, 1)) / 2;
    this.asArtifact('Pagination', () =>
      this.drawLine(line, { x: this.left, y, width: this.width, align: 'centre', size }),
    );
  }

  /** A part of the structure: `P`, `H1`, `Table`; end it when all of it is drawn. */
  element(type: string, parent: Element = this.root): Element {
    const element = this.document.struct(type);
    parent.add(element);
    return element;
  }

  /** The head of a column, so that a reading program says it with each cell. */
  columnHead(parent: Element): Element {
    const element = this.document.struct('TH', { scope: 'Column' } as PDFKit.Mixins.StructureElementOptions);
    parent.add(element);
    return element;
  }

  /** What is drawn here is said by the element. A page must not end within it. */
  within(element: Element, draw: () => void): void {
    element.add(draw);
  }

  /** What is drawn here is for the eye only. */
  asArtifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  rule(x: number, y: number, length: number): void {
    this.asArtifact('Layout', () => {
      this.document
        .moveTo(x, y)
        .lineTo(x + length, y)
        .lineWidth(0.75)
        .stroke();
    });
  }

  /** Lines from point to point, one artifact for all. */
  strokes(paths: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]): void {
    this.asArtifact('Layout', () => {
      this.document.lineWidth(0.5);
      for (const [x1, y1, x2, y2] of paths) this.document.moveTo(x1, y1).lineTo(x2, y2);
      this.document.stroke();
    });
  }

  /** Draws a line. Spaces are drawn too, also of a justified one: else a program that reads aloud joins the words. */
  drawLine({ words, width: own }: Line, { x, y, width, align, size }: At): void {
    const gaps = words.length - 1;
    const extra = align === 'justified' && gaps > 0 ? (width - own) / gaps : 0;
    let at = x + { left: 0, justified: 0, centre: (width - own) / 2, right: width - own }[align];
    const measure = this.measureAt(size);
    let pending: { text: string; face: Face; at: number } | undefined;
    const flush = (): void => {
      if (pending) this.write(pending.text, pending.face, size, pending.at, y);
      pending = undefined;
    };
    for (const { text, face, width: wide } of words) {
      if (pending && (extra !== 0 || pending.face !== face)) flush();
      if (pending) pending.text += `${text} `;
      else pending = { text: `${text} `, face, at };
      at += wide + measure(' ', face) + extra;
    }
    flush();
  }

  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    this.root.end();
    this.document.end();
    return this.done;
  }

  private write(text: string, face: Face, size: number, x: number, y: number): void {
    this.document.font(face).fontSize(size).text(text, x, y, { lineBreak: false });
  }
}

async function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of document) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}
