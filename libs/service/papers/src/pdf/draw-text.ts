import { form } from '../form/form.js';
import type { Line, Run } from './lines.js';
import type { Align, Sheet } from './sheet.js';

export interface TextStyle {
  readonly size: number;
  readonly align: Align;
  /** In the structure: a paragraph where nothing else is said. */
  readonly as?: string;
  /** The element of the structure to which it belongs; without one, the document. */
  readonly parent?: PDFKit.PDFStructureElement;
  /** Of the first line. */
  readonly indent?: number;
  /** Lines about as long as each other, as of a title. */
  readonly balanced?: boolean;
  readonly after?: number;
  readonly spacing?: number;
  /** So much has to follow on the same page: a heading or a last paragraph does not stand alone. */
  readonly keepWith?: number;
}

const linesIn = (
  sheet: Sheet,
  runs: readonly Run[],
  { size, indent = 0, balanced = false }: TextStyle,
): readonly Line[] =>
  balanced ? sheet.balanced(runs, size, sheet.width) : sheet.lines(runs, size, sheet.width, indent);

/** Sets a text across the page and goes on on the next where it has to, with no line of it left alone. */
export function drawText(sheet: Sheet, runs: readonly Run[], style: TextStyle): void {
  const { size, align, as = 'P', parent, indent = 0, after = form.body.spacingAfter, spacing, keepWith = 0 } = style;
  const lines = linesIn(sheet, runs, style);
  const high = sheet.lineHeight(size, spacing);
  sheet.ensure(keepWith > 0 ? lines.length * high + keepWith : Math.min(2, lines.length) * high);
  const element = sheet.element(as, parent);
  for (let from = 0; from < lines.length;) {
    const fits = Math.max(1, Math.floor(sheet.room / high));
    const left = lines.length - from;
    const take = left - fits === 1 && fits > 1 ? fits - 1 : Math.min(fits, left);
    const piece = lines.slice(from, from + take);
    sheet.within(element, () => {
      piece.forEach((line, index) => {
        const place = from + index;
        const own = place === 0 ? indent : 0;
        const last = place === lines.length - 1;
        sheet.drawLine(line, {
          x: sheet.left + own,
          y: sheet.y + index * high,
          width: sheet.width - own,
          align: align === 'justified' && last ? 'left' : align,
          size,
        });
      });
    });
    sheet.y += piece.length * high;
    from += take;
    if (from < lines.length) sheet.newPage();
  }
  element.end();
  sheet.y += after;
}
