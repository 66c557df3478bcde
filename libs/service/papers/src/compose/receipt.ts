import { spanText } from '#libs/domain/calendar';
import { dayText, dueText, localDateOf, momentText } from '#libs/domain/kernel';
import { clockLimitText } from '#libs/domain/procedure';
import type { DossierPaperFacts, ReceiptFact } from '../facts/dossier-paper-facts.js';
import type { Block, Paper, TableRow } from '../paper.js';
import { paperNames } from '../paper-kinds.js';
import { fill, words } from '../words/paper-words.js';
import { awardOf, clockName, type ComposeContext, countsOf, documentNames, kindOf, standing } from './context.js';
import { listed } from './ending.js';
import { headOf } from './head.js';

const { common, receipt: own } = words;

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. `code`: the look-up code, for who may hand it out. */
export function composeReceipt(
  { dossier: now }: DossierPaperFacts,
  receipt: ReceiptFact,
  code: string | undefined,
  context: ComposeContext,
): Paper {
  const { names, procedure } = context;
  const { at, bodyId, dossier } = receipt;
  const on = localDateOf(at);
  const nominees = standing(dossier);
  const pinned = procedure
    ? [
        said(
          fill(own.procedure, {
            code: procedure.code,
            version: procedure.version,
            from: dayText(procedure.effective.from),
          }),
        ),
      ]
    : [];
  return {
    kind: 'receipt',
    title: paperNames.receipt.vi,
    statedAt: at,
    head: headOf(names, { unitId: bodyId, on, dated: on }),
    name: own.title,
    ...(code === undefined ? {} : { subject: fill(own.code, { code }) }),
    blocks: [
      said(fill(own.office, { body: names.unit(bodyId) })),
      said(fill(own.from, { unit: names.unit(dossier.submittingUnitId) })),
      said(fill(own.about, { title: now.title })),
      said(fill(own.award, { award: awardOf(context, dossier), kind: kindOf(dossier) })),
      said(fill(own.nominees, { counts: countsOf(nominees) })),
      said(own.papers),
      {
        type: 'items',
        items: listed(documentNames(context, dossier.documents), '.'),
      },
      said(fill(own.at, { moment: momentText(at) })),
      ...pinned,
      said(own.limits),
      limits(receipt, context),
      ...(code === undefined ? [] : [said(own.keep)]),
    ],
    signatures: [
      { capacity: [own.handedIn], hint: common.signOnly },
      { capacity: [own.received], hint: common.signOnly },
    ],
    recipients: [],
    annexes: [],
  };
}

const said = (text: string): Block => ({ type: 'paragraph', text });

/** Each clock that the receipt started: what for, how long, until when. */
function limits({ set, awaited }: ReceiptFact, context: ComposeContext): Block {
  const nameOf = (clock: string) => clockName(context, clock);
  const lengthOf = (clock: string) => {
    const rule = context.procedure?.clocks[clock];
    return rule ? clockLimitText(rule, 'vi') : own.dayByOfficer;
  };
  const rows: readonly TableRow[] = [
    ...set.map(({ clock, dueAt }): TableRow => ({
      type: 'row',
      cells: [nameOf(clock), lengthOf(clock), dueText(dueAt, 'vi')],
    })),
    ...awaited.map(({ clock, missingYear, awaiting }): TableRow => ({
      type: 'row',
      cells: [
        nameOf(clock),
        lengthOf(clock),
        awaiting ? fill(own.awaitedDays, { days: spanText(awaiting, 'vi') }) : fill(own.awaited, { year: missingYear }),
      ],
    })),
  ];
  if (rows.length === 0) return said(own.noLimit);
  return {
    type: 'table',
    columns: [
      { head: own.limit, share: 44, align: 'left' },
      { head: own.length, share: 24, align: 'centre' },
      { head: own.due, share: 32, align: 'centre' },
    ],
    rows,
  };
}
