import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { form } from '../form/form.js';

/** Text in one style; sizes in points. */
export interface Piece {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export const run = ({ text, size, bold = false, italic = false }: Piece): TextRun =>
  // Word counts sizes in halves of a point, and has a size of its own for scripts that need one.
  new TextRun({
    text: text.normalize('NFC'),
    size: size * 2,
    sizeComplexScript: size * 2,
    bold,
    italics: italic,
    font: form.font.word,
  });

export const align = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.BOTH,
} as const;

/** Points in twentieths, as Word counts. */
export const twentieths = (points: number): number => Math.round(points * 20);

/** A paragraph of pieces; `after` and `indent` in points. */
export function paragraph(
  pieces: readonly Piece[],
  {
    at = 'left',
    after = 0,
    indent = 0,
    lineSpacing = form.body.lineSpacing,
    more = {},
  }: {
    readonly at?: keyof typeof align;
    readonly after?: number;
    readonly indent?: number;
    readonly lineSpacing?: number;
    readonly more?: IParagraphOptions;
  } = {},
): Paragraph {
  return new Paragraph({
    alignment: align[at],
    spacing: { before: 0, after: twentieths(after), line: Math.round(240 * lineSpacing), lineRule: 'auto' },
    ...(indent === 0 ? {} : { indent: { firstLine: twentieths(indent) } }),
    children: pieces.map(run),
    ...more,
  });
}

/** A rule in the middle of a column: an empty line with a border below, so much shorter on both sides. Points. */
export function rule(width: number, length: number, after: number): Paragraph {
  const side = twentieths((width - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: twentieths(after), line: 40, lineRule: 'exact' },
    border: { top: { style: 'single', size: 6, space: 1, color: '000000' } },
    children: [],
  });
}
