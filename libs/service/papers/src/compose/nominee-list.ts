import type { NomineeState } from '#libs/domain/dossier';
import type { NomineeKind } from '#libs/domain/procedure';
import type { Block, Cell, TableColumn, TableRow } from '../paper.js';
import { capitals, countText } from '../words/official.js';
import { words } from '../words/paper-words.js';
import { type ComposeContext, kindsInOrder, sayIn } from './context.js';

const { common } = words;
const roman = ['I', 'II', 'III'] as const;

/** A column that a paper adds to the list of nominees. */
export interface NomineeColumn {
  readonly column: TableColumn;
  readonly cell: (nominee: NomineeState) => Cell;
}

/** Danh sách: who is proposed, under a head for each kind, numbered within it. */
export function nomineeTable(nominees: readonly NomineeState[], more: readonly NomineeColumn[] = []): Block {
  const kinds = kindsInOrder.filter((kind) => nominees.some((nominee) => nominee.kind === kind));
  const rows = kinds.flatMap((kind, index): TableRow[] => {
    const own = nominees.filter((nominee) => nominee.kind === kind);
    const head = `${roman[index] ?? ''}. ${capitals(kindName(kind))} (${countText(own.length)})`;
    const lines = own.map((nominee, place): TableRow => ({
      type: 'row',
      cells: [countText(place + 1), nominee.name, nominee.unit, ...more.map(({ cell }) => cell(nominee))],
    }));
    return [{ type: 'group', text: head }, ...lines];
  });
  return { type: 'table', columns: [...nomineeColumns, ...more.map(({ column }) => column)], rows };
}

/** For which grade each is proposed, where the award has several; no column else. */
export const gradeColumn = (context: ComposeContext, nominees: readonly NomineeState[]): readonly NomineeColumn[] =>
  nominees.some(({ grade }) => grade !== undefined)
    ? [
        {
          column: { head: common.grade, share: 26, align: 'left' },
          cell: ({ grade }) => (grade === undefined ? '' : sayIn(context).grade(grade)),
        },
      ]
    : [];

export const kindName = (kind: NomineeKind): string => common[kind];

export const nomineeColumns: readonly TableColumn[] = [
  { head: common.order, share: 10, align: 'centre' },
  { head: common.name, share: 36, align: 'left' },
  { head: common.unit, share: 37, align: 'left' },
];
