import { localDateOf } from '#libs/domain/kernel';
import { type DossierPaperFacts, dayOfLetter, type LetterFact } from '../facts/dossier-paper-facts.js';
import type { Annex, Block, Paper, TableRow } from '../paper.js';
import { paperNames } from '../paper-kinds.js';
import { groundsOn } from '../words/grounds.js';
import { capitals, countText, officialDay, officialNumber } from '../words/official.js';
import { components, fill, symbols, words } from '../words/paper-words.js';
import {
  awardOf,
  type ComposeContext,
  countsOf,
  dayOfLaw,
  documentNames,
  kindOf,
  kindsInOrder,
  sayIn,
  standing,
} from './context.js';
import { listed } from './ending.js';
import { dayText, headOf, numberText } from './head.js';
import { gradeColumn, kindName, nomineeTable } from './nominee-list.js';

const { common, submission: own } = words;

/** What was handed on, or will be: before it was, a draft without number and date. */
type HandedOn = LetterFact & { readonly draft: boolean };

/** Tờ trình of the unit that submits. */
export function composeSubmission(facts: DossierPaperFacts, context: ComposeContext): Paper {
  const { dossier, changedAt, submission } = facts;
  const { submittingUnitId: fromUnitId, bodyId: toUnitId } = dossier;
  const handedOn = submission
    ? { ...submission, draft: false }
    : { fromUnitId, toUnitId, at: changedAt, dossier, draft: true };
  return compose('submission', facts, handedOn, context);
}

/** Tờ trình of a body to the one above it. */
export const composeForwarding = (facts: DossierPaperFacts, forwarding: LetterFact, context: ComposeContext): Paper =>
  compose('forwarding', facts, { ...forwarding, draft: false }, context);

function compose(
  kind: 'submission' | 'forwarding',
  { council, receipt }: DossierPaperFacts,
  handedOn: HandedOn,
  context: ComposeContext,
): Paper {
  const { names } = context;
  const { dossier, fromUnitId, toUnitId, letter, at, draft } = handedOn;
  const on = dayOfLetter(handedOn);
  const award = awardOf(context, dossier);
  const [unit, body] = [names.unit(fromUnitId), names.unit(toUnitId)];
  const nominees = standing(dossier);
  const counts = countsOf(nominees, common.blank);
  const law = groundsOn(dayOfLaw(receipt && receipt.at < at ? localDateOf(receipt.at) : undefined, on));
  // Only what the same body's council has said before the letter went out is a ground of it.
  const minutes =
    council && council.bodyId === fromUnitId && council.at <= at
      ? [fill(own.minutes, minutesOf(council.data.minutes, unit))]
      : [];
  return {
    kind,
    title: letter ? `${paperNames[kind].vi} ${officialNumber(letter.number)}` : paperNames[kind].vi,
    statedAt: at,
    head: headOf(names, {
      unitId: fromUnitId,
      on,
      number: numberText(letter?.number, symbols.submission),
      dated: draft ? null : (letter?.date ?? null),
    }),
    name: own.title,
    subject: fill(own.subject, { award }),
    blocks: [
      { type: 'addressee', label: common.addressee, names: [`${body}.`] },
      { type: 'grounds', lines: listed([...law.map((text) => fill(own.grounds, { text })), ...minutes], '.') },
      { type: 'paragraph', text: fill(own.opening, { unit, body, award, kind: kindOf(dossier), counts }) },
      countTable(nominees, award, context),
      ...enclosed(handedOn, counts, context),
      { type: 'paragraph', text: fill(own.closing, { unit, body }) },
    ],
    signatures: [
      {
        capacity: [capitals(names.headTitle(fromUnitId, on) ?? common.headOfUnit)],
        hint: common.sign,
      },
    ],
    recipients: listed([own.above, common.file], ''),
    annexes: nominees.length === 0 ? [] : [annexOf(handedOn, award, unit, context)],
  };
}

/** How many of each kind, and of each grade where the award has several: what the form asks for. */
function countTable(nominees: ReturnType<typeof standing>, award: string, context: ComposeContext): Block {
  const grades = [undefined, ...(context.procedure?.grades ?? []).map(({ code }) => code)];
  const groups = grades.flatMap((grade) =>
    kindsInOrder.map((kind) => {
      const own = nominees.filter((nominee) => nominee.kind === kind && nominee.grade === grade);
      return { name: grade === undefined ? award : sayIn(context).grade(grade), kind, count: own.length };
    }),
  );
  const rows = groups
    .filter(({ count }) => count > 0)
    .map(({ name, kind, count }, index): TableRow => ({
      type: 'row',
      cells: [countText(index + 1), name, kindName(kind), countText(count)],
    }));
  return {
    type: 'table',
    columns: [
      { head: common.order, share: 7, align: 'centre' },
      { head: common.award, share: 52, align: 'left' },
      { head: common.kind, share: 22, align: 'left' },
      { head: common.quantity, share: 15, align: 'centre' },
    ],
    rows: [...rows, { type: 'total', cells: ['', common.sum, '', countText(nominees.length)] }],
  };
}

function enclosed({ dossier }: HandedOn, counts: string, context: ComposeContext): readonly Block[] {
  const others = dossier.documents.filter(
    ({ document }) => document !== components.letter && document !== components.list,
  );
  const items = [fill(own.list, { counts }), ...documentNames(context, others)];
  return [
    { type: 'paragraph', text: own.enclosed },
    { type: 'items', items: listed(items, '.') },
  ];
}

function annexOf({ dossier, letter, draft }: HandedOn, award: string, unit: string, context: ComposeContext): Annex {
  const nominees = standing(dossier);
  const reference =
    letter && !draft
      ? fill(own.reference, { number: officialNumber(letter.number), day: dayText(letter.date) })
      : fill(own.referenceDraft, { unit });
  return {
    title: common.enclosedList,
    subject: fill(own.listSubject, { award }),
    reference,
    blocks: [nomineeTable(nominees, gradeColumn(context, nominees))],
  };
}

/** A council's minutes as later papers name them. */
export const minutesOf = ({ number, date }: { readonly number: string; readonly date: string }, unit: string) => ({
  number: officialNumber(number),
  day: officialDay(date),
  unit,
});
