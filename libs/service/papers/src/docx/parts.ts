import { type Paragraph, type Table } from 'docx';
import { form, points, textWidth } from '../form/form.js';
import type { Block, Paper, PaperHead, Signature } from '../paper.js';
import { paragraph, rule } from './pieces.js';
import { columnsOf, tableOf } from './tables.js';

type Part = Paragraph | Table;

const { head, title, body, annex, signature, recipients: list } = form;
const firstLine = points(body.firstLineMm);
/** How much wider the motto is than its size, in the bold face: its rule is as long as the words. */
const MOTTO_WIDTH = 12.35;

/** Phần mở đầu. */
export function headOf({ parent, issuer, number, placeAndDate }: PaperHead): Part[] {
  const left = textWidth * head.issuerShare;
  const right = textWidth - left;
  const middle = { at: 'centre', lineSpacing: 1 } as const;
  return [
    columnsOf([
      {
        width: left,
        children: [
          ...(parent === undefined ? [] : [paragraph([{ text: parent, size: head.parent }], middle)]),
          paragraph([{ text: issuer, size: head.issuer, bold: true }], middle),
          rule(left, left * head.ruleOfIssuer, 6),
        ],
      },
      {
        width: right,
        children: [
          paragraph([{ text: form.nation, size: head.nation, bold: true }], middle),
          paragraph([{ text: form.motto, size: head.motto, bold: true }], middle),
          rule(right, head.motto * MOTTO_WIDTH, 6),
        ],
      },
    ]),
    columnsOf([
      { width: left, children: [paragraph([{ text: number ?? '', size: head.number }], middle)] },
      {
        width: right,
        children: [paragraph([{ text: placeAndDate ?? '', size: head.placeAndDate, italic: true }], middle)],
      },
    ]),
    paragraph([], { after: 4, lineSpacing: 1 }),
  ];
}

/** Tên loại, trích yếu, thẩm quyền ban hành. */
export const titleOf = ({ name, subject, authority }: Paper): Part[] => [
  paragraph([{ text: name, size: title.name, bold: true }], { at: 'centre' }),
  ...(subject === undefined
    ? []
    : [paragraph([{ text: subject, size: title.subject, bold: true }], { at: 'centre', after: 2 })]),
  rule(textWidth, textWidth * title.rule, 10),
  ...(authority === undefined
    ? []
    : [paragraph([{ text: authority, size: title.authority, bold: true }], { at: 'centre', after: 10 })]),
];

export function blockOf(block: Block): Part[] {
  const { size, spacingAfter: after } = body;
  switch (block.type) {
    case 'addressee':
      return [paragraph([{ text: `${block.label} ${block.names.join('; ')}`, size }], { at: 'centre', after: 10 })];
    case 'grounds':
      return block.lines.map((text) =>
        paragraph([{ text, size, italic: true }], { at: 'justified', after, indent: firstLine }),
      );
    case 'centred':
      return [paragraph([{ text: block.text, size, bold: true }], { at: 'centre', after, more: { keepNext: true } })];
    case 'heading':
      return [
        paragraph([{ text: block.text, size, bold: true }], { after, indent: firstLine, more: { keepNext: true } }),
      ];
    case 'paragraph': {
      const lead = block.lead === undefined ? [] : [{ text: `${block.lead} `, size, bold: true }];
      return [paragraph([...lead, { text: block.text, size }], { at: 'justified', after, indent: firstLine })];
    }
    case 'items':
      return block.items.map((item) =>
        paragraph([{ text: `- ${item}`, size }], { at: 'justified', after: 3, indent: firstLine }),
      );
    default:
      return [tableOf(block), paragraph([], { lineSpacing: 0.5 })];
  }
}

/** Nơi nhận, chữ ký. */
export function closingOf({ signatures, recipients }: Pick<Paper, 'signatures' | 'recipients'>): Part[] {
  const half = textWidth / 2;
  const [first, second] = signatures;
  const sent = recipientsOf(recipients);
  if (first && second) {
    const signed = columnsOf([first, second].map((each) => ({ width: half, children: signatureOf(each) })));
    return [signed, ...sent];
  }
  if (!first && sent.length === 0) return [];
  return [
    columnsOf([
      { width: half, children: sent.length === 0 ? [paragraph([])] : sent },
      { width: half, children: first ? signatureOf(first) : [paragraph([])] },
    ]),
  ];
}

const recipientsOf = (recipients: readonly string[]): Paragraph[] =>
  recipients.length === 0
    ? []
    : [
        paragraph([{ text: list.label, size: list.labelSize, bold: true, italic: true }]),
        ...recipients.map((text) => paragraph([{ text: `- ${text}`, size: list.size }])),
      ];

const signatureOf = ({ capacity, hint, name }: Signature): Paragraph[] => [
  ...capacity.map((text) => paragraph([{ text, size: signature.capacity, bold: true }], { at: 'centre' })),
  ...(hint === undefined ? [] : [paragraph([{ text: hint, size: signature.hint, italic: true }], { at: 'centre' })]),
  paragraph([], { after: points(signature.roomMm) }),
  paragraph([{ text: name ?? '', size: signature.name, bold: true }], { at: 'centre' }),
];

/** Danh sách kèm theo, on a page of its own. */
export const annexOf = ({ title: name, subject, reference, blocks }: Paper['annexes'][number]): Part[] => [
  paragraph([{ text: name, size: annex.title, bold: true }], { at: 'centre', more: { pageBreakBefore: true } }),
  paragraph([{ text: subject, size: annex.subject, bold: true }], { at: 'centre' }),
  paragraph([{ text: reference, size: annex.reference, italic: true }], { at: 'centre', after: 2 }),
  rule(textWidth, textWidth * title.rule, 10),
  ...blocks.flatMap(blockOf),
];
