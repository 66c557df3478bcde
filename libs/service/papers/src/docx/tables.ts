import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Paragraph } from 'docx';
import { form, textWidth } from '../form/form.js';
import type { Block, TableRow as Row } from '../paper.js';
import { paragraph, twentieths } from './pieces.js';

type TableBlock = Extract<Block, { readonly type: 'table' }>;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** Columns side by side without lines: the head and the end of a paper. Widths in points. */
export const columnsOf = (columns: readonly { readonly width: number; readonly children: readonly Paragraph[] }[]) =>
  new Table({
    width: { size: twentieths(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => twentieths(width)),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ width, children }) =>
            new TableCell({ width: { size: twentieths(width), type: WidthType.DXA }, children: [...children] }),
        ),
      }),
    ],
  });

/** A table with lines whose head comes again on each page and whose rows are not cut. */
export function tableOf({ columns, rows }: TableBlock): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twentieths((textWidth * share) / whole));
  const { size } = form.table;
  const cell = (text: string, index: number, bold: boolean, at: 'left' | 'centre' | 'right', span = 1) =>
    new TableCell({
      width: { size: span > 1 ? twentieths(textWidth) : (widths[index] ?? 0), type: WidthType.DXA },
      ...(span > 1 ? { columnSpan: span } : {}),
      verticalAlign: VerticalAlignTable.CENTER,
      children: [paragraph([{ text, size, bold }], { at, lineSpacing: 1 })],
    });
  const rowOf = (row: Row): TableRow =>
    row.type === 'group'
      ? new TableRow({ cantSplit: true, children: [cell(row.text, 0, true, 'left', columns.length)] })
      : new TableRow({
          cantSplit: true,
          children: row.cells.map((text, index) =>
            cell(text, index, row.type === 'total', columns[index]?.align ?? 'left'),
          ),
        });
  return new Table({
    width: { size: twentieths(textWidth), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: {
      left: twentieths(form.table.padding + 1),
      right: twentieths(form.table.padding + 1),
      top: twentieths(form.table.padding / 2),
      bottom: twentieths(form.table.padding / 2),
      marginUnitType: WidthType.DXA,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, index) => cell(head, index, true, 'centre')),
      }),
      ...rows.map(rowOf),
    ],
  });
}
