import { dueText, localDateOf, momentText } from '#libs/domain/kernel';
import type { DossierState, NomineeState } from '#libs/domain/dossier';
import type { DossierPaperFacts } from '../facts/dossier-paper-facts.js';
import type { Block, Paper, TableRow } from '../paper.js';
import { paperNames } from '../paper-kinds.js';
import { officialDay, officialNumber } from '../words/official.js';
import { fill, words } from '../words/paper-words.js';
import {
  awardOf,
  clockName,
  type ComposeContext,
  countsOf,
  documentNames,
  kindOf,
  sayIn,
  standing,
} from './context.js';
import { listed } from './ending.js';
import { headOf } from './head.js';
import { type NomineeColumn, nomineeTable } from './nominee-list.js';

const { summary: own } = words;

const said = (text: string): Block => ({ type: 'paragraph', text });
const head = (text: string): Block => ({ type: 'heading', text });

/** Bản tóm tắt hồ sơ: the dossier on paper as it is now. A paper of the house, without number or signature. */
export function composeSummary(facts: DossierPaperFacts, context: ComposeContext): Paper {
  const { dossier, changedAt } = facts;
  const nominees = standing(dossier);
  return {
    kind: 'summary',
    title: paperNames.summary.vi,
    statedAt: changedAt,
    head: headOf(context.names, { unitId: dossier.submittingUnitId, on: localDateOf(changedAt) }),
    name: own.title,
    subject: fill(own.subject, { title: dossier.title }),
    blocks: [
      head(own.general),
      ...general(facts, context).map(said),
      head(own.list),
      nominees.length === 0 ? said(own.none) : nomineeTable(nominees, columns),
      head(own.papers),
      ...documents(dossier, context),
      head(own.limits),
      limits(dossier, context),
      head(own.decision),
      said(decided(dossier)),
    ],
    signatures: [],
    recipients: [],
    annexes: [],
  };
}

function general({ dossier, submission, receipt }: DossierPaperFacts, context: ComposeContext): readonly string[] {
  const { names, procedure } = context;
  const letter = submission?.letter;
  return [
    fill(own.award, { award: awardOf(context, dossier) }),
    fill(own.kind, { kind: kindOf(dossier) }),
    fill(own.unit, { unit: names.unit(dossier.submittingUnitId) }),
    fill(own.body, { body: names.unit(dossier.bodyId) }),
    fill(own.nominees, { counts: countsOf(standing(dossier)) }),
    ...(letter ? [fill(own.letter, { number: officialNumber(letter.number), day: officialDay(letter.date) })] : []),
    ...(dossier.submittedAt ? [fill(own.submitted, { moment: momentText(dossier.submittedAt) })] : []),
    ...(receipt ? [fill(own.received, { moment: momentText(receipt.at) })] : []),
    ...(procedure ? [fill(own.procedure, { code: procedure.code, version: procedure.version })] : []),
    fill(own.step, { step: sayIn(context).step(dossier.step) }),
    ...(dossier.suspended ? [own.suspended] : []),
  ];
}

const column = (headText: string, share: number, cell: (nominee: NomineeState) => string): NomineeColumn => ({
  column: { head: headText, share, align: 'centre' },
  cell,
});

const columns: readonly NomineeColumn[] = [
  column(own.verdict, 14, ({ verdict }) => (verdict ? own[verdict.verdict] : '')),
  column(own.vote, 14, ({ vote }) => (vote ? fill(vote.passed ? own.passed : own.failed, { yes: vote.yes }) : '')),
  column(own.result, 14, ({ approval, conferred }) => {
    if (conferred) return own.conferred;
    if (!approval) return '';
    return approval.approved ? own.approved : own.refused;
  }),
];

function documents({ documents }: DossierState, context: ComposeContext): readonly Block[] {
  if (documents.length === 0) return [said(own.none)];
  return [{ type: 'items', items: listed(documentNames(context, documents), '.') }];
}

function limits({ deadlines }: DossierState, context: ComposeContext): Block {
  const rows = [...deadlines.values()].map(({ terms, state }): TableRow => ({
    type: 'row',
    cells: [clockName(context, terms.clock), dueText(terms.dueAt, 'vi'), own[state]],
  }));
  if (rows.length === 0) return said(own.none);
  return {
    type: 'table',
    columns: [
      { head: own.limit, share: 50, align: 'left' },
      { head: own.due, share: 30, align: 'centre' },
      { head: own.state, share: 20, align: 'centre' },
    ],
    rows,
  };
}

const decided = ({ decision }: DossierState): string =>
  decision ? fill(own.decided, { symbol: officialNumber(decision.symbol), day: officialDay(decision.date) }) : own.none;
