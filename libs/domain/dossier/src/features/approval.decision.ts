import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { checkHappened } from '../gate/times.js';
import { checkNamed, isOpen, listed, nomineesWhere } from '../nominees.js';
import { type Ask, type Feature, nextStep } from './feature.js';

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

  const refused = [...data.refused, ...unanswered.map(({ id }) => ({ nomineeId: id }))];
  return ok([{ type: 'DossierApproved', data: { approved: data.approved, refused, step: nextStep(ask) } }]);
};

/** Refuses `NOMINEE_NOT_ELIGIBLE` for whom the verdict ruled out and `THRESHOLD_NOT_REACHED` (R26, R27, R37) for whom the vote did. */
function checkApprovable({ data, state, procedure }: Ask<'approve'>): Decision<void> {
  const nominees = data.approved.flatMap((id) => state.nominees.get(id) ?? []);
  const ruledOut = nominees.filter(({ dropped, verdict }) => dropped || verdict?.verdict === 'not_qualified');
  if (ruledOut.length > 0) {
    return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(ruledOut.map(({ id }) => id)) } });
  }
  const below = nominees.filter(({ vote }) => !vote?.passed);
  if (below.length === 0) return ok(undefined);
  const { rule, source } = procedure.vote.threshold;
  return refuse('THRESHOLD_NOT_REACHED', {
    rule,
    source,
    params: {
      nominees: listed(below.map(({ id }) => id)),
      ...(state.council ? { needed: state.council.needed } : {}),
    },
  });
}

/** Không phê duyệt. */
export const reject: Feature<'reject'> = (ask) =>
  ok([{ type: 'DossierRejected', data: { reason: ask.data.reason, step: nextStep(ask) } }]);

/** Trình cấp trên: those still in question go up; somebody has to be. */
export const forward: Feature<'forward'> = (ask) => {
  const happened = checkHappened(ask.context, ask.data.letter.date);
  if (!happened.ok) return happened;
  if (nomineesWhere(ask.state, isOpen).length === 0) return refuse('NO_QUALIFIED_NOMINEE');
  return ok([{ type: 'DossierForwarded', data: { ...ask.data, step: nextStep(ask) } }]);
};
