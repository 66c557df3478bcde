import { form, points } from '../form/form.js';
import type { Annex, Block, Paper } from '../paper.js';
import { closingHeight, drawClosing } from './draw-closing.js';
import { drawHead } from './draw-head.js';
import { drawTable } from './draw-table.js';
import { drawText } from './draw-text.js';
import type { Face } from './faces.js';
import { Sheet } from './sheet.js';

const { title, body, annex } = form;
const firstLine = points(body.firstLineMm);

/**
 * A paper as PDF/A-3a: tagged, in Vietnamese, with its fonts in it. It holds no moment but that of the fact it states, so that the
 * same facts give the same bytes.
 */
export async function renderPdf(paper: Paper, fonts: Readonly<Record<Face, Buffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = new Sheet(fonts, paper);
  drawHead(sheet, paper.head);
  drawTitle(sheet, paper);
  const closing = closingHeight(sheet, paper);
  paper.blocks.forEach((block, index) =>
    drawBlock(sheet, block, index === paper.blocks.length - 1 && closing > 0 ? closing : 0),
  );
  drawClosing(sheet, paper);
  for (const each of paper.annexes) drawAnnex(sheet, each);
  return sheet.finish();
}

function drawTitle(sheet: Sheet, { name, subject, authority }: Paper): void {
  middle(sheet, name, title.name, 'H1');
  if (subject !== undefined) middle(sheet, subject, title.subject, 'P');
  underline(sheet);
  if (authority !== undefined) middle(sheet, authority, title.authority, 'P', 10);
}

const middle = (sheet: Sheet, text: string, size: number, as: string, after = 0): void =>
  drawText(sheet, [{ text, face: 'bold' }], { size, align: 'centre', as, after, balanced: true });

/** The short rule below the subject. */
function underline(sheet: Sheet): void {
  const length = sheet.width * title.rule;
  sheet.rule(sheet.left + (sheet.width - length) / 2, sheet.y + 3, length);
  sheet.y += 16;
}

/** `keepWith`: what has to follow on the same page. */
function drawBlock(sheet: Sheet, block: Block, keepWith: number): void {
  const { size } = body;
  switch (block.type) {
    case 'addressee':
      return drawText(sheet, [{ text: `${block.label} ${block.names.join('; ')}`, face: 'regular' }], {
        size,
        align: 'centre',
        after: 10,
      });
    case 'grounds':
      return block.lines.forEach((text) =>
        drawText(sheet, [{ text, face: 'italic' }], { size, align: 'justified', indent: firstLine }),
      );
    case 'centred':
      return drawText(sheet, [{ text: block.text, face: 'bold' }], { size, align: 'centre', as: 'H2', keepWith: 40 });
    case 'heading':
      return drawText(sheet, [{ text: block.text, face: 'bold' }], {
        size,
        align: 'left',
        as: 'H2',
        indent: firstLine,
        keepWith: 40,
      });
    case 'paragraph': {
      const lead = block.lead === undefined ? [] : [{ text: block.lead, face: 'bold' as const }];
      const runs = [...lead, { text: block.text, face: 'regular' as const }];
      return drawText(sheet, runs, { size, align: 'justified', indent: firstLine, keepWith });
    }
    case 'items':
      return drawItems(sheet, block.items);
    case 'table':
      return drawTable(sheet, block);
  }
}

function drawItems(sheet: Sheet, items: readonly string[]): void {
  const list = sheet.element('L');
  for (const [index, item] of items.entries()) {
    const after = index === items.length - 1 ? body.spacingAfter : 3;
    const parent = sheet.element('LI', list);
    const style = { size: body.size, align: 'justified', indent: firstLine, after, as: 'LBody', parent } as const;
    drawText(sheet, [{ text: `- ${item}`, face: 'regular' }], style);
    parent.end();
  }
  list.end();
}

function drawAnnex(sheet: Sheet, { title: name, subject, reference, blocks }: Annex): void {
  sheet.newPage();
  middle(sheet, name, annex.title, 'H1');
  middle(sheet, subject, annex.subject, 'P');
  drawText(sheet, [{ text: reference, face: 'italic' }], {
    size: annex.reference,
    align: 'centre',
    after: 0,
    balanced: true,
  });
  underline(sheet);
  for (const block of blocks) drawBlock(sheet, block, 0);
}
