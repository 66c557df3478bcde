import { form } from '../form/form.js';
import type { Block, TableColumn, TableRow } from '../paper.js';
import type { Face } from './faces.js';
import type { Line } from './lines.js';
import type { Sheet } from './sheet.js';

type Table = Extract<Block, { readonly type: 'table' }>;
type Element = PDFKit.PDFStructureElement;

const { size, padding } = form.table;

interface Box {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line[];
  readonly align: TableColumn['align'];
}

interface Row {
  readonly boxes: readonly Box[];
  readonly height: number;
  readonly cell: 'TH' | 'TD';
}

/** A table over as many pages as it takes: each begins with the heads of the columns, and no row is cut. */
export function drawTable(sheet: Sheet, { columns, rows }: Table): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (sheet.width * share) / whole);
  const lay = (cells: readonly string[], face: Face, cell: Row['cell'], align?: TableColumn['align']): Row =>
    rowOf(
      sheet,
      cells.map((text, index) => ({
        text,
        width: widths[index] ?? 0,
        align: align ?? columns[index]?.align ?? 'left',
      })),
      face,
      cell,
    );
  const across = (text: string): Row => rowOf(sheet, [{ text, width: sheet.width, align: 'left' }], 'bold', 'TD');
  const laid = (row: TableRow): Row =>
    row.type === 'group' ? across(row.text) : lay(row.cells, row.type === 'total' ? 'bold' : 'regular', 'TD');

  const head = lay(
    columns.map((column) => column.head),
    'bold',
    'TH',
    'centre',
  );
  const first = rows[0] && laid(rows[0]);
  sheet.ensure(head.height + (first?.height ?? 0));
  const table = sheet.element('Table');
  drawRow(sheet, head, table);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const body = laid(row);
    // A head of a group stays with its first line.
    const needed = body.height + (row.type === 'group' && next ? laid(next).height : 0);
    if (needed > sheet.room) {
      sheet.newPage();
      drawRow(sheet, head, undefined);
    }
    drawRow(sheet, body, table);
  }
  table.end();
  sheet.y += form.body.spacingAfter + 2;
}

interface CellOf {
  readonly text: string;
  readonly width: number;
  readonly align: TableColumn['align'];
}

function rowOf(sheet: Sheet, cells: readonly CellOf[], face: Face, cell: Row['cell']): Row {
  let x = sheet.left;
  const boxes = cells.map(({ text, width, align }): Box => {
    const box = { x, width, align, lines: sheet.lines([{ text, face }], size, width - 2 * padding) };
    x += width;
    return box;
  });
  const most = Math.max(...boxes.map(({ lines }) => lines.length));
  return { boxes, height: most * lineHeight(sheet) + 2 * padding, cell };
}

const lineHeight = (sheet: Sheet): number => sheet.lineHeight(size, 1);

/** Draws a row; without a table it is the head again on another page, which is for the eye only. */
function drawRow(sheet: Sheet, { boxes, height, cell }: Row, table: Element | undefined): void {
  const top = sheet.y;
  if (table === undefined)
    sheet.asArtifact('Layout', () => boxes.forEach((box) => drawCell(sheet, box, top, height, cell)));
  else {
    const row = sheet.element('TR', table);
    for (const box of boxes) {
      const element = cell === 'TH' ? sheet.columnHead(row) : sheet.element('TD', row);
      sheet.within(element, () => drawCell(sheet, box, top, height, cell));
      element.end();
    }
    row.end();
  }
  const [left, right] = [sheet.left, sheet.left + sheet.width];
  sheet.strokes([
    [left, top, right, top],
    [left, top + height, right, top + height],
    ...[left, ...boxes.map(({ x, width }) => x + width)].map((x) => [x, top, x, top + height] as const),
  ]);
  sheet.y = top + height;
}

function drawCell(sheet: Sheet, { x, width, lines, align }: Box, top: number, height: number, cell: Row['cell']): void {
  const high = lineHeight(sheet);
  const begin = cell === 'TH' ? top + (height - lines.length * high) / 2 : top + padding;
  lines.forEach((line, index) =>
    sheet.drawLine(line, { x: x + padding, y: begin + index * high, width: width - 2 * padding, align, size }),
  );
}
