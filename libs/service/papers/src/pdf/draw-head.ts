import { form, points } from '../form/form.js';
import type { PaperHead } from '../paper.js';
import type { Face } from './faces.js';
import type { Sheet } from './sheet.js';

const { head } = form;

interface Column {
  readonly x: number;
  readonly width: number;
}

/** Phần mở đầu: issuing body and number on the left, nation, motto, place and date on the right. */
export function drawHead(sheet: Sheet, { parent, issuer, number, placeAndDate }: PaperHead): void {
  const gap = points(head.gapMm);
  const leftWidth = sheet.width * head.issuerShare - gap / 2;
  const left: Column = { x: sheet.left, width: leftWidth };
  const right: Column = { x: sheet.left + leftWidth + gap, width: sheet.width - leftWidth - gap };
  const top = sheet.y;

  if (parent !== undefined) centred(sheet, parent, 'regular', head.parent, left);
  centred(sheet, issuer, 'bold', head.issuer, left);
  const ofIssuer = left.width * head.ruleOfIssuer;
  sheet.rule(left.x + (left.width - ofIssuer) / 2, sheet.y + 2, ofIssuer);
  const leftEnd = sheet.y;

  sheet.y = top;
  centred(sheet, form.nation, 'bold', head.nation, right);
  centred(sheet, form.motto, 'bold', head.motto, right);
  const ofMotto = sheet.measureAt(head.motto)(form.motto, 'bold');
  sheet.rule(right.x + (right.width - ofMotto) / 2, sheet.y + 2, ofMotto);

  const row = Math.max(leftEnd, sheet.y) + 9;
  let end = row;
  if (number !== undefined) {
    sheet.y = row;
    centred(sheet, number, 'regular', head.number, left);
    end = Math.max(end, sheet.y);
  }
  if (placeAndDate !== undefined) {
    sheet.y = row;
    centred(sheet, placeAndDate, 'italic', head.placeAndDate, right);
    end = Math.max(end, sheet.y);
  }
  sheet.y = end + 14;
}

/** Lines in the middle of a column; goes on below them. */
export function centred(sheet: Sheet, text: string, face: Face, size: number, { x, width }: Column): void {
  const high = sheet.lineHeight(size, 1.05);
  const element = sheet.element('P');
  const lines = sheet.balanced([{ text, face }], size, width);
  sheet.within(element, () => {
    lines.forEach((line, index) =>
      sheet.drawLine(line, { x, y: sheet.y + index * high, width, align: 'centre', size }),
    );
  });
  element.end();
  sheet.y += lines.length * high;
}
