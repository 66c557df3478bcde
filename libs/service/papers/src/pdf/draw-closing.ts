import { form, points } from '../form/form.js';
import type { Paper, Signature } from '../paper.js';
import { centred } from './draw-head.js';
import type { Sheet } from './sheet.js';

type Closing = Pick<Paper, 'signatures' | 'recipients'>;

const { signature: style, recipients: list } = form;

/** How high the end of a paper is, so that the last words stay with it. */
export function closingHeight(sheet: Sheet, { signatures, recipients }: Closing): number {
  if (signatures.length === 0 && recipients.length === 0) return 0;
  const left = recipients.length * sheet.lineHeight(list.size, 1.1) + sheet.lineHeight(list.labelSize);
  const right = Math.max(0, ...signatures.map((each) => signatureHeight(sheet, each)));
  return signatures.length > 1 ? left + right : Math.max(left, right);
}

const signatureHeight = (sheet: Sheet, { capacity }: Signature): number =>
  (capacity.length + 2) * sheet.lineHeight(style.capacity) + points(style.roomMm) + sheet.lineHeight(style.name);

/** Nơi nhận on the left, who signs on the right; where two sign, one on each side and the list below. */
export function drawClosing(sheet: Sheet, { signatures, recipients }: Closing): void {
  const height = closingHeight(sheet, { signatures, recipients });
  if (height === 0) return;
  sheet.ensure(height);
  sheet.y += 6;
  const top = sheet.y;
  const half = sheet.width / 2;
  const [first, second] = signatures;
  if (first && second) {
    const ends = [first, second].map((each, index) => drawSignature(sheet, each, index * half, half, top));
    sheet.y = Math.max(...ends) + 8;
    drawRecipients(sheet, recipients, half);
    return;
  }
  drawRecipients(sheet, recipients, half);
  const leftEnd = sheet.y;
  const rightEnd = first ? drawSignature(sheet, first, half, half, top) : top;
  sheet.y = Math.max(leftEnd, rightEnd);
}

/** @returns where it ends. */
function drawSignature(sheet: Sheet, { capacity, hint, name }: Signature, offset: number, width: number, top: number) {
  const column = { x: sheet.left + offset, width };
  sheet.y = top;
  for (const line of capacity) centred(sheet, line, 'bold', style.capacity, column);
  if (hint !== undefined) centred(sheet, hint, 'italic', style.hint, column);
  sheet.y += points(style.roomMm);
  if (name !== undefined) centred(sheet, name, 'bold', style.name, column);
  return sheet.y;
}

function drawRecipients(sheet: Sheet, recipients: readonly string[], width: number): void {
  if (recipients.length === 0) return;
  const rows = [
    { text: list.label, face: 'boldItalic' as const, size: list.labelSize },
    ...recipients.map((text) => ({ text: `- ${text}`, face: 'regular' as const, size: list.size })),
  ];
  for (const { text, face, size } of rows) {
    const high = sheet.lineHeight(size, 1.1);
    const lines = sheet.lines([{ text, face }], size, width - 10);
    const element = sheet.element('P');
    sheet.within(element, () => {
      lines.forEach((line, index) =>
        sheet.drawLine(line, { x: sheet.left, y: sheet.y + index * high, width, align: 'left', size }),
      );
    });
    element.end();
    sheet.y += lines.length * high;
  }
}
