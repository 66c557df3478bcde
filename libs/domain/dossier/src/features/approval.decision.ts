import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { isActing, isKnown, type Vote } from '#libs/domain/procedure';
import type { DossierFactOf } from '../dossier.events.js';
import type { NomineeState } from '../dossier.state.js';
import type { Place } from '../events/place.js';
import { checkHappened } from '../gate/times.js';
import { checkGrades } from '../grades.js';
import { checkNamed, isOpen, listed, nomineesWhere } from '../nominees.js';
import { checkPlaces } from './places.decision.js';
import { type Ask, type Circumstances, type Feature, type Precondition, nextPlace } from './feature.js';

const isRuledOut = ({ dropped, verdict }: NomineeState): boolean =>
  dropped === true || verdict?.verdict === 'not_qualified';

/** Somebody is there to whom the authority may say yes. */
export const mayApprove: Precondition = (circumstances) => {
  const all = [...circumstances.state.nominees.values()];
  if (all.length === 0) return refuse('NO_NOMINEES');
  const candidates = all.filter((nominee) => !isRuledOut(nominee));
  if (candidates.length === 0) return ineligible(all);
  if (!needsVote(circumstances) || candidates.some(({ vote }) => vote?.passed)) return ok(undefined);
  return belowThreshold(candidates, circumstances);
};

/** The vote that a nominee must have passed to be approved here; none where no council is asked. */
function needsVote({ procedure, place }: Circumstances): Vote | undefined {
  const step = procedure.steps[place];
  const name = step && isActing(step) && step.kind !== 'vote' ? step.needs?.passed : undefined;
  return name === undefined ? undefined : procedure.votes[name];
}

/**
 * Phê duyệt từng đối tượng: yes to nominees that the council passed, no with a reason to other passed ones. Whom the verdict or
 * the vote ruled out needs no reason: it stands there already. The fact then holds an answer for everybody.
 */
export const approve: Feature<'approve'> = (ask) => {
  const { data, state } = ask;
  const refusedIds = data.refused.map(({ nomineeId }) => nomineeId);
  const named = checkNamed(state, [...data.approved, ...refusedIds]);
  if (!named.ok) return named;
  const eligible = checkApprovable(ask);
  if (!eligible.ok) return eligible;

  const answered = new Set([...data.approved, ...refusedIds]);
  const unanswered = nomineesWhere(state, ({ id }) => !answered.has(id));
  const uncovered = unanswered.filter(isOpen).map(({ id }) => id);
  if (uncovered.length > 0) return refuse('NOMINEES_NOT_COVERED', { params: { nominees: listed(uncovered) } });
  const unexplained = data.refused.some(({ nomineeId, reason }) => {
    const nominee = state.nominees.get(nomineeId);
    return reason === undefined && nominee !== undefined && isOpen(nominee);
  });
  if (unexplained) return refuse('REASON_MISSING');

  const graded = gradesGiven(ask);
  if (!graded.ok) return graded;
  const grades = graded.value;
  const placed = checkPlaces(ask);
  if (!placed.ok) return placed;
  const tieBreak = placed.value;
  const refused = [...data.refused, ...unanswered.map(({ id }) => ({ nomineeId: id }))];
  return ok([
    {
      type: 'DossierApproved',
      data: {
        approved: data.approved,
        refused,
        ...(grades.length > 0 ? { grades: [...grades] } : {}),
        ...(tieBreak ? { tieBreak } : {}),
        ...nextPlace(ask),
      },
    },
  ]);
};

type GradesGiven = NonNullable<DossierFactOf<'DossierApproved'>['data']['grades']>;

/** Who gets another grade than was proposed. Named again as it was proposed, it stays. Only whom the authority approves has one. */
function gradesGiven({ data, state, procedure }: Ask<'approve'>): Decision<GradesGiven> {
  const given = data.grades ?? [];
  const ids = given.flatMap(({ nominees }) => nominees);
  const named = checkNamed(state, ids);
  if (!named.ok) return named;
  const known = checkGrades(
    given.flatMap(({ grade, nominees }) => nominees.map((place) => ({ place, grade }))),
    procedure,
  );
  if (!known.ok) return known;
  const approved = new Set(data.approved);
  const others = ids.filter((id) => !approved.has(id));
  if (others.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(others) } });
  return ok(
    given.flatMap(({ grade, nominees, reason }) => {
      const changing = nominees.flatMap((nomineeId) => {
        const from = state.nominees.get(nomineeId)?.grade;
        return from === undefined || from === grade ? [] : [{ nomineeId, from }];
      });
      return changing.length === 0 ? [] : [{ grade, nominees: changing, reason }];
    }),
  );
}

/** Refuses `NOMINEE_NOT_ELIGIBLE` for whom the verdict ruled out and `THRESHOLD_NOT_REACHED` (R26, R27, R37) for whom the vote did. */
function checkApprovable(ask: Ask<'approve'>): Decision<void> {
  const nominees = ask.data.approved.flatMap((id) => ask.state.nominees.get(id) ?? []);
  const ruledOut = nominees.filter(isRuledOut);
  if (ruledOut.length > 0) return ineligible(ruledOut);
  const below = needsVote(ask) ? nominees.filter(({ vote }) => !vote?.passed) : [];
  return below.length === 0 ? ok(undefined) : belowThreshold(below, ask);
}

const ineligible = (nominees: readonly NomineeState[]) =>
  refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(nominees.map(({ id }) => id)) } });

function belowThreshold(nominees: readonly NomineeState[], circumstances: Circumstances) {
  const { state } = circumstances;
  const threshold = needsVote(circumstances)?.threshold;
  return refuse('THRESHOLD_NOT_REACHED', {
    ...(threshold && isKnown(threshold) ? { rule: threshold.rule } : {}),
    ...(threshold ? { source: threshold.source } : {}),
    params: {
      nominees: listed(nominees.map(({ id }) => id)),
      ...(state.council ? { needed: state.council.needed } : {}),
    },
  });
}

/** Không phê duyệt. */
export const reject: Feature<'reject'> = (ask) =>
  ok([{ type: 'DossierRejected', data: { reason: ask.data.reason, ...nextPlace(ask) } }]);

/** The letter names the body; what the levels said before counts no more. */
const withoutBody = ({ bodyId: _before, ...to }: Place): Place => to;

/** Somebody is still in question. */
export const mayForward: Precondition = ({ state }) =>
  nomineesWhere(state, isOpen).length > 0 ? ok(undefined) : refuse('NO_QUALIFIED_NOMINEE');

/** Trình cấp trên: those still in question go up. */
export const forward: Feature<'forward'> = (ask) => {
  const happened = checkHappened(ask.context, ask.data.letter.date);
  if (!happened.ok) return happened;
  const to = nextPlace(ask);
  const level = ask.procedure.steps[to.step]?.level;
  return ok([
    { type: 'DossierForwarded', data: { ...ask.data, ...(level === undefined ? {} : { level }), ...withoutBody(to) } },
  ]);
};
