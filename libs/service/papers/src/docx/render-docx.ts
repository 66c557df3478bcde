import { Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { form, twips } from '../form/form.js';
import type { Paper } from '../paper.js';
import { annexOf, blockOf, closingOf, headOf, titleOf } from './parts.js';
import { align } from './pieces.js';
import { reproducible } from './reproducible.js';

const { page, pageNumber, body } = form;

/** A paper as a Word document: the same text and form, to be written on. The same facts give the same bytes. */
export async function renderDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: paper.title,
    creator: 'Vinh Danh',
    lastModifiedBy: 'Vinh Danh',
    styles: {
      default: {
        document: {
          run: {
            font: form.font.word,
            size: body.size * 2,
            language: { value: form.language, eastAsia: form.language },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(page.widthMm), height: twips(page.heightMm) },
            margin: {
              top: twips(page.topMm),
              bottom: twips(page.bottomMm),
              left: twips(page.leftMm),
              right: twips(page.rightMm),
              header: twips(page.topMm / 2) - Math.round((pageNumber.size * 20) / 2),
              footer: 0,
            },
          },
        },
        headers: { first: new Header({ children: [new Paragraph({})] }), default: numbered() },
        children: [
          ...headOf(paper.head),
          ...titleOf(paper),
          ...paper.blocks.flatMap(blockOf),
          ...closingOf(paper),
          ...paper.annexes.flatMap(annexOf),
        ],
      },
    ],
  });
  return reproducible(await Packer.toBuffer(document), paper.statedAt);
}

/** The page's number in the middle of the top margin, on every page but the first. */
const numbered = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: align.centre,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: pageNumber.size * 2, font: form.font.word })],
      }),
    ],
  });
