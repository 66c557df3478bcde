import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { FactsOfAnAct } from '../clocks/deadline-book.js';
import { settleAwaited } from '../clocks/clocks.js';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { DossierState } from '../dossier.state.js';

/**
 * Ghi nhận quá hạn: the moment has passed while the clock ran. Refuses `DEADLINE_NOT_OPEN` when it stands still, was met,
 * cancelled, or moved since the sweep looked (another version), `DEADLINE_NOT_YET_DUE` before its moment. Recorded twice,
 * it happens once.
 */
export function recordMissed(
  { data }: DossierCommandOf<'record-missed-deadline'>,
  state: DossierState,
  { actor, now }: DossierContext,
): Decision<readonly DossierFact[]> {
  if (!actor.roles.includes('system')) return refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
  const deadline = state.deadlines.get(data.deadlineId);
  if (!deadline) return refuse('NOT_FOUND', { params: { what: data.deadlineId } });
  const { terms } = deadline;
  if (deadline.state === 'missed') return ok([]);
  if (deadline.state !== 'running' || terms.version !== data.version) return refuse('DEADLINE_NOT_OPEN');
  if (terms.dueAt > now) return refuse('DEADLINE_NOT_YET_DUE');
  return ok([{ type: 'DeadlineMissed', data: { deadlineId: data.deadlineId, dueAt: terms.dueAt } }]);
}

/** Tính thời hạn đang chờ lịch: sets what can be counted now, and nothing else. */
export function settleDeadlines(state: DossierState, context: DossierContext): Decision<readonly DossierFact[]> {
  const { actor, now, effectiveAt } = context;
  if (!actor.roles.includes('system')) return refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
  const facts = new FactsOfAnAct(state, { actor, effectiveAt, recordedAt: now });
  settleAwaited(facts, context);
  return ok(facts.facts);
}
