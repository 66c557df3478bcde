import { presentNeeded, quorumReached } from '#libs/domain/council';
import type { NomineeState } from '#libs/domain/dossier';
import { isKnown, type Vote, voteAt } from '#libs/domain/procedure';
import type { CouncilFact, DossierPaperFacts } from '../facts/dossier-paper-facts.js';
import type { Block, Paper } from '../paper.js';
import { paperNames } from '../paper-kinds.js';
import { capitals, countText, officialDay, officialNumber, quotientText } from '../words/official.js';
import { fill, words } from '../words/paper-words.js';
import { awardOf, type ComposeContext, countsOf } from './context.js';
import { listed } from './ending.js';
import { type NomineeColumn, nomineeTable } from './nominee-list.js';

const { common, minutes: own } = words;

type Voted = CouncilFact['data'];
type Result = Voted['results'][number];

/**
 * Biên bản họp Hội đồng: who was there, what had to be reached and how that is reckoned, the counts of each nominee, the opinions
 * that differed. Counts only: nobody’s choice is known here. Hours, place and names are the office’s to write.
 */
export function composeMinutes(
  { dossier: now }: DossierPaperFacts,
  council: CouncilFact,
  context: ComposeContext,
): Paper {
  const { data, bodyId, dossier, places } = council;
  const award = awardOf(context, dossier);
  const day = officialDay(data.heldOn);
  const results = new Map(data.results.map((result) => [result.nomineeId, result]));
  // Names as they are known now: a name that was corrected since is right on the paper, too.
  const nominees = [...dossier.nominees.values()]
    .filter(({ id }) => results.has(id))
    .map((nominee) => now.nominees.get(nominee.id) ?? nominee);
  const [passed, failed] = [true, false].map((side) => nominees.filter(({ id }) => results.get(id)?.passed === side));
  return {
    kind: 'minutes',
    title: `${paperNames.minutes.vi} ${officialNumber(data.minutes.number)}`,
    statedAt: council.at,
    head: {
      parent: capitals(context.names.unit(bodyId)),
      issuer: own.council,
      number: fill(common.number, { number: officialNumber(data.minutes.number) }),
    },
    name: own.title,
    subject: fill(own.subject, { award }),
    blocks: [
      ...[fill(own.begins, { day }), fill(own.place, blank), fill(own.chair, blank), fill(own.secretary, blank)].map(
        said,
      ),
      head(own.partOne),
      ...attendance(data),
      head(own.partTwo),
      said(own[`method.${data.method}`]),
      said(quorumText(data, places.flatMap((place) => voteOf(context, place))[0])),
      said(barText(data)),
      head(own.partThree),
      nomineeTable(nominees, resultColumns(data, results)),
      head(own.partFour),
      ...(data.differingOpinions.length === 0
        ? [said(own.noOpinion)]
        : [{ type: 'items', items: data.differingOpinions } as const]),
      head(own.partFive),
      ...conclusion(passed ?? [], failed ?? [], award),
      said(fill(own.ends, { day })),
    ],
    signatures: [
      { capacity: [own.signSecretary], hint: common.signOnly },
      { capacity: [own.signChair], hint: common.signOnly },
    ],
    recipients: listed([own.file], ''),
    annexes: [],
  };
}

const blank = { blank: common.blankLine };
const said = (text: string): Block => ({ type: 'paragraph', text });
const head = (text: string): Block => ({ type: 'heading', text });

const voteOf = ({ procedure }: ComposeContext, place: string): readonly Vote[] => {
  const vote = procedure && voteAt(procedure, place);
  return vote ? [vote] : [];
};

function attendance({ members, present, written, tellers }: Voted): readonly Block[] {
  const absent = members - present;
  const counts = { members, present: countText(present), absent: countText(absent), written: countText(written) };
  return [
    said(fill(own.members, counts)),
    ...(tellers.length === 0 ? [] : [said(fill(own.tellers, { tellers: countText(tellers.length) }))]),
  ];
}

/** `12 × 2 : 3 = 8`, and whether as many were there (R24, R25). */
function quorumText({ members, present }: Voted, vote: Vote | undefined): string {
  if (!vote || !isKnown(vote.quorum)) return own.quorumUnknown;
  const { numerator, denominator } = vote.quorum;
  return fill(own.quorum, {
    share: `${numerator}/${denominator}`,
    members,
    numerator,
    denominator,
    quotient: quotientText(members * numerator, denominator),
    needed: presentNeeded(vote.quorum, members),
    present,
    verdict: quorumReached(vote.quorum, { present, members }) ? own.enough : own.notEnough,
  });
}

/** `17 × 9 : 10 = 15,3`, so 16 (R26, R27, R37): as the result was measured when it was recorded. */
function barText({ members, present, needed, threshold }: Voted): string {
  const { numerator, denominator, strict, of } = threshold;
  const ofAll = of === 'all_members';
  const count = ofAll ? members : present;
  return fill(own.bar, {
    most: strict ? own.moreThan : own.atLeast,
    share: `${numerator}/${denominator}`,
    whole: ofAll ? own.ofMembers : own.ofPresent,
    count,
    numerator,
    denominator,
    quotient: quotientText(count * numerator, denominator),
    needed,
  });
}

function resultColumns({ members, present, threshold }: Voted, results: ReadonlyMap<string, Result>): NomineeColumn[] {
  const whole = threshold.of === 'all_members' ? members : present;
  const column = (headText: string, share: number, cell: (result: Result) => string): NomineeColumn => ({
    column: { head: headText, share, align: 'centre' },
    cell: ({ id }: NomineeState) => {
      const result = results.get(id);
      return result ? cell(result) : '';
    },
  });
  return [
    column(own.yes, 13, ({ yes }) => String(yes)),
    column(own.no, 14, ({ no }) => String(no)),
    column(own.other, 13, ({ other }) => String(other)),
    column(own.share, 13, ({ yes }) => `${yes}/${whole}`),
    column(own.result, 14, ({ passed }) => (passed ? own.passed : own.failed)),
  ];
}

function conclusion(passed: readonly NomineeState[], failed: readonly NomineeState[], award: string): readonly Block[] {
  const first = passed.length === 0 ? own.conclusionNone : fill(own.conclusion, { award, counts: countsOf(passed) });
  return [said(first), ...(failed.length === 0 ? [] : [said(fill(own.rejected, { counts: countsOf(failed) }))])];
}
