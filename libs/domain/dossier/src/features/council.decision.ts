import { checkCount, passes, votesNeeded } from '#libs/domain/council';
import { type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import {
  type CouncilOutcome,
  isKnown,
  type KnownQuorum,
  type KnownThreshold,
  type Vote,
  voteAt,
} from '#libs/domain/procedure';
import { firstRefusal } from '../gate/gate.js';
import { checkHappened } from '../gate/times.js';
import { checkNamed, isQualified, listed, nomineesWhere } from '../nominees.js';
import { checkNoticesOver } from './notice.decision.js';
import { type Ask, type Feature, type Precondition, nextPlace } from './feature.js';
import { checkSession } from './session.js';

/** Somebody is there on whom the council can vote. */
export const mayRecordCouncilResult: Precondition = ({ state }) =>
  nomineesWhere(state, isQualified).length > 0 ? ok(undefined) : refuse('NO_QUALIFIED_NOMINEE');

/**
 * Ghi kết quả Hội đồng: the minutes or the tellers' count on all nominees found qualified. Recording is not judging: who
 * misses the bar is recorded as not passed, and the approval is refused later.
 */
export const recordCouncilResult: Feature<'record-council-result'> = (ask) => {
  const { data, context } = ask;
  const vote = computable(ask);
  const passed = firstRefusal(
    () => checkHappened(context, data.heldOn, data.minutes.date),
    () => checkNoticesOver(ask, data.heldOn),
    () => checkMethod(ask, vote),
    () => checkMembers(ask),
    () => checkSession(vote, data),
    () => checkVotedOn(ask),
    () => checkCounts(ask, vote),
  );
  if (!passed.ok) return passed;

  const { threshold } = vote;
  const { numerator, denominator, strict, of, rule, source, confidence } = threshold;
  const results = data.results.map((result) => ({
    ...result,
    passed: passes(threshold, { yes: result.yes, members: data.members, present: data.present }),
  }));
  const outcome: CouncilOutcome = results.some((result) => result.passed) ? 'passed' : 'none_passed';
  return ok([
    {
      type: 'DossierVoted',
      data: {
        method: data.method,
        heldOn: data.heldOn,
        ...(data.openedAt === undefined ? {} : { openedAt: data.openedAt }),
        minutes: data.minutes,
        members: data.members,
        present: data.present,
        written: data.written,
        tellers: data.tellers,
        needed: votesNeeded(threshold, of === 'all_members' ? data.members : data.present),
        threshold: { numerator, denominator, strict, of, rule, source, confidence },
        results,
        differingOpinions: data.differingOpinions,
        outcome,
        ...nextPlace(ask, outcome),
      },
    },
  ]);
};

type CouncilAsk = Ask<'record-council-result'>;

type ComputableVote = Vote & { readonly threshold: KnownThreshold; readonly quorum: KnownQuorum };

/** A vote whose bar or quorum is unknown is completed, not computed: the soundness check lets no procedure say otherwise. */
function computable({ procedure, place }: CouncilAsk): ComputableVote {
  const vote = voteAt(procedure, place);
  if (!vote || !isKnown(vote.threshold) || !isKnown(vote.quorum)) {
    throw new Error(`The vote at ${place} of ${procedure.code} cannot be computed.`);
  }
  return { ...vote, threshold: vote.threshold, quorum: vote.quorum };
}

/** The whole council as it was when the session opened (R28), where the organization knows it. */
function checkMembers({ data, context: { councilMembers } }: CouncilAsk): Decision<void> {
  const { openedAt, members } = data;
  if (openedAt === undefined) return ok(undefined);
  if (localDateOf(openedAt) !== data.heldOn) {
    return refuse('SESSION_OPENED_ON_OTHER_DAY', { rule: 'R28', params: { opened: openedAt, date: data.heldOn } });
  }
  return councilMembers === undefined || councilMembers === members
    ? ok(undefined)
    : refuse('COUNCIL_MEMBERS_DIFFER', { rule: 'R28', params: { members, counted: councilMembers } });
}

/** Where a ballot is demanded, minutes do not replace it, and two different people have counted. */
function checkMethod({ data }: CouncilAsk, { method, threshold }: ComputableVote): Decision<void> {
  if (method === 'ballot' && data.method === 'minutes') {
    return refuse('BALLOT_REQUIRED', { rule: threshold.rule, source: threshold.source });
  }
  const different = new Set(data.tellers);
  const tooFew = data.method === 'ballot' && different.size < 2;
  return tooFew || different.size < data.tellers.length ? refuse('TELLERS_NOT_TWO') : ok(undefined);
}

/** The council votes on those found qualified, on all of them, on each once. */
function checkVotedOn({ data, state }: CouncilAsk): Decision<void> {
  const ids = data.results.map(({ nomineeId }) => nomineeId);
  const named = checkNamed(state, ids);
  if (!named.ok) return named;
  const qualified = new Set(nomineesWhere(state, isQualified).map(({ id }) => id));
  const out = ids.filter((id) => !qualified.has(id));
  if (out.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(out) } });
  const voted = new Set(ids);
  const open = [...qualified].filter((id) => !voted.has(id));
  return open.length > 0 ? refuse('NOMINEES_NOT_COVERED', { params: { nominees: listed(open) } }) : ok(undefined);
}

/** No count is taken that cannot be true (R29). */
function checkCounts({ data }: CouncilAsk, { absentees }: ComputableVote): Decision<void> {
  // Where letters are only noted in the minutes, they are no votes.
  const voters = absentees?.written === 'noted' ? { ...data, written: 0 } : data;
  for (const result of data.results) {
    const counted = checkCount(voters, result, result.nomineeId);
    if (!counted.ok) return counted;
  }
  return ok(undefined);
}
