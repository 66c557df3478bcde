import { type DecisionState, prizeIn, type Recipient } from '#libs/domain/decision';
import { instantAt, localDateOf } from '#libs/domain/kernel';
import { nomineeKindNames } from '#libs/domain/procedure';
import type { DecisionPaperFacts } from '../facts/decision-paper-facts.js';
import type { DossierPaperFacts } from '../facts/dossier-paper-facts.js';
import type { Annex, Block, Paper, TableRow } from '../paper.js';
import { paperNames } from '../paper-kinds.js';
import { amountInWords } from '../words/amount-in-words.js';
import { groundsOn } from '../words/grounds.js';
import { capitals, citation, countText, grouped, officialDay, officialNumber } from '../words/official.js';
import { fill, words } from '../words/paper-words.js';
import { type ComposeContext, countsOf, dayOfLaw, kindsInOrder, sayIn } from './context.js';
import { listed } from './ending.js';
import { dayText, headOf, numberText } from './head.js';
import { kindName, nomineeColumns } from './nominee-list.js';
import { signatureOf } from './signing.js';
import { minutesOf } from './submission.js';

const { common, decision: own } = words;

type Issue = NonNullable<DecisionState['issue']>;

/**
 * Quyết định khen thưởng with its list, as it was issued; awards that were cancelled later stay on it. A draft leaves room for
 * number, date and amounts.
 */
export function composeDecision({ decision, dossiers }: DecisionPaperFacts, context: ComposeContext): Paper {
  const { names } = context;
  const { bodyId, issue, recipients, draftedOn } = decision;
  const on = issue?.date ?? draftedOn;
  const award = context.procedure?.names.vi ?? decision.award;
  const authority = authorityOf(decision, on, context);
  return {
    kind: 'decision',
    title: issue ? `${paperNames.decision.vi} ${officialNumber(issue.symbol)}` : paperNames.decision.vi,
    statedAt: instantAt(on, '00:00'),
    head: headOf(names, {
      unitId: bodyId,
      on,
      number: numberText(issue?.symbol, decision.series),
      dated: issue?.date ?? null,
    }),
    name: own.title,
    subject: fill(own.subject, { award }),
    authority: capitals(authority),
    blocks: [
      { type: 'grounds', lines: listed(groundLines(dossiers, on, context), '.') },
      { type: 'centred', text: own.resolves },
      article(1, fill(own.one, { award, counts: gradedCounts(recipients, context) })),
      article(2, prizeText(decision, context)),
      ...(issue ? [{ type: 'paragraph', text: baseText(issue) } as const] : []),
      article(3, own.effect),
      article(4, fill(own.execute, { kinds: kindsIn(recipients) })),
    ],
    signatures: [
      signatureOf({
        capacity: issue?.signer.capacity ?? 'none',
        body: names.unit(bodyId),
        headTitle: names.headTitle(bodyId, on),
        signerTitle: issue && names.titleOf(issue.signer.accountId, bodyId, on),
        name: issue?.signer.name,
      }),
    ],
    recipients: listed([fill(own.asArticle, { number: 4 }), ...unitsOf(dossiers, context), own.file], ''),
    annexes: [annexOf(decision, dossiers, { award, authority }, context)],
  };
}

const article = (number: number, text: string): Block => ({
  type: 'paragraph',
  lead: fill(own.article, { number }),
  text,
});

/** Chủ tịch Ủy ban nhân dân tỉnh: who decides, by the position of the head, where it is known. */
function authorityOf({ bodyId }: DecisionState, on: string, { names }: ComposeContext): string {
  const title = names.headTitle(bodyId, on);
  return title === undefined ? names.unit(bodyId) : `${title} ${names.unit(bodyId)}`;
}

/** The law of the receipt, then what the council said, then who proposes. */
function groundLines(dossiers: readonly DossierPaperFacts[], on: string, { names }: ComposeContext): readonly string[] {
  const received = dossiers.map(({ receipt }) => receipt && localDateOf(receipt.at)).find((day) => day !== undefined);
  const law = groundsOn(dayOfLaw(received, on)).map((text) => fill(own.ground, { text }));
  const minutes = dossiers.flatMap(({ council }) =>
    council ? [fill(own.minutes, minutesOf(council.data.minutes, names.unit(council.bodyId)))] : [],
  );
  const proposals = dossiers.map(({ dossier, submission, forwarding }) => {
    const { letter, fromUnitId } = forwarding ?? submission ?? { fromUnitId: dossier.submittingUnitId };
    const unit = names.unit(fromUnitId);
    return letter
      ? fill(own.proposal, { unit, number: officialNumber(letter.number), day: officialDay(letter.date) })
      : fill(own.proposalNoLetter, { unit });
  });
  return [...new Set([...law, ...minutes, ...proposals])];
}

/** `02 cá nhân`; of an award with several grades how many get which: `02 cá nhân (hạng Nhất: 01 cá nhân; hạng Nhì: 01 cá nhân)`. */
function gradedCounts(recipients: readonly Recipient[], context: ComposeContext): string {
  const grades = (context.procedure?.grades ?? []).flatMap(({ code }) => {
    const own = recipients.filter(({ grade }) => grade === code);
    return own.length === 0 ? [] : [`${sayIn(context).grade(code)}: ${countsOf(own)}`];
  });
  const all = countsOf(recipients);
  return grades.length === 0 ? all : `${all} (${grades.join('; ')})`;
}

const kindsIn = (recipients: readonly Recipient[]): string =>
  kindsInOrder
    .filter((kind) => recipients.some((each) => each.kind === kind))
    .map((kind) => nomineeKindNames[kind].vi)
    .join(', ');

function prizeText({ issue }: DecisionState, context: ComposeContext): string {
  if (!issue) return own.prizeDraft;
  const { prizes, gradedPrizes = [], prizesUnknown = [], total } = issue;
  const ofKinds = kindsInOrder.flatMap((kind) => {
    const amount = prizes[kind];
    return amount === undefined
      ? []
      : [fill(own.prizeOf, { kind: nomineeKindNames[kind].vi, amount: grouped(amount) })];
  });
  const classOf = ({ grade, kind }: (typeof gradedPrizes)[number]): string =>
    `${nomineeKindNames[kind].vi} (${sayIn(context).grade(grade)})`;
  const ofGrades = gradedPrizes.flatMap((prize) =>
    prize.amount === undefined ? [] : [fill(own.prizeOf, { kind: classOf(prize), amount: grouped(prize.amount) })],
  );
  const amounts = [...ofKinds, ...ofGrades];
  const graded = new Set(gradedPrizes.map(({ kind }) => kind));
  const unknown = [
    ...prizesUnknown.filter((kind) => !graded.has(kind)).map((kind) => nomineeKindNames[kind].vi),
    ...gradedPrizes.filter(({ amount }) => amount === undefined).map(classOf),
  ].join(', ');
  const known = { amounts: amounts.join('; '), total: grouped(total), words: amountInWords(total).toLowerCase() };
  return [
    ...(amounts.length === 0 ? [] : [fill(own.prize, known)]),
    ...(unknown === '' ? [] : [fill(own.prizeUnknown, { kinds: unknown })]),
  ].join(' ');
}

const baseText = ({ baseSalary, roundedUpTo }: Issue): string =>
  fill(own.base, {
    amount: grouped(baseSalary.amount),
    source: citation(baseSalary.source),
    rounded: grouped(roundedUpTo),
  });

/** The units that proposed, each once. */
function unitsOf(dossiers: readonly DossierPaperFacts[], { names }: ComposeContext): readonly string[] {
  return [...new Set(dossiers.map(({ dossier }) => names.unit(dossier.submittingUnitId)))];
}

/** The list, in the order of the golden book. */
function annexOf(
  decision: DecisionState,
  dossiers: readonly DossierPaperFacts[],
  { award, authority }: { readonly award: string; readonly authority: string },
  context: ComposeContext,
): Annex {
  const { issue, recipients } = decision;
  const graded = recipients.some(({ grade }) => grade !== undefined);
  const byId = new Map(dossiers.map(({ dossier }) => [dossier.id, dossier]));
  const nomineeOf = ({ dossierId, nomineeId }: Recipient) => byId.get(dossierId)?.nominees.get(nomineeId);
  const rows = recipients.map((recipient): TableRow => {
    const nominee = nomineeOf(recipient);
    const cells = [nominee?.name ?? recipient.nomineeId, kindName(recipient.kind), nominee?.unit ?? ''];
    return {
      type: 'row',
      cells: [
        countText(recipient.goldenBookNumber),
        ...cells,
        ...(graded ? [sayIn(context).grade(recipient.grade ?? '')] : []),
        amountOf(issue, recipient),
      ],
    };
  });
  const reference = issue
    ? fill(own.reference, { number: officialNumber(issue.symbol), day: dayText(issue.date), authority })
    : fill(own.referenceDraft, { authority });
  const [, name, unit] = nomineeColumns;
  return {
    title: common.enclosedList,
    subject: fill(own.listSubject, { award }),
    reference,
    blocks: [
      {
        type: 'table',
        columns: [
          { head: own.goldenBook, share: 9, align: 'centre' },
          ...(name ? [name] : []),
          { head: common.kind, share: 14, align: 'centre' },
          ...(unit ? [unit] : []),
          ...(graded ? [{ head: common.grade, share: 24, align: 'left' } as const] : []),
          { head: own.amount, share: 17, align: 'right' },
        ],
        rows: [
          ...rows,
          {
            type: 'total',
            cells: ['', common.sum, '', '', ...(graded ? [''] : []), issue ? grouped(issue.total) : ''],
          },
        ],
      },
    ],
  };
}

function amountOf(issue: Issue | undefined, recipient: Recipient): string {
  const amount = issue && prizeIn(issue, recipient);
  return amount === undefined ? '' : grouped(amount);
}
