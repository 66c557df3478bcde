import { type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import { FactsOfAnAct } from '../clocks/deadline-book.js';
import { settleAwaited } from '../clocks/clocks.js';
import { clockChanges } from '../clocks/recount.js';
import { dueOf } from '../clocks/terms.js';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { DeadlineState, DossierState } from '../dossier.state.js';
import { firstRefusal } from '../gate/gate.js';
import { checkPosition } from '../gate/people.js';
import { procedureFor } from '../gate/procedure-for.js';
import { checkBackdating, checkHappened, checkNotInFuture } from '../gate/times.js';

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

/**
 * Tính lại thời hạn theo lịch: sets what waited for the calendar and can be counted now, and moves what it ends at another moment
 * (R50, `clockChanges`). Done twice, it happens once.
 */
export function settleDeadlines(state: DossierState, context: DossierContext): Decision<readonly DossierFact[]> {
  const { actor, now, effectiveAt } = context;
  if (!actor.roles.includes('system')) return refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
  const facts = new FactsOfAnAct(state, { actor, effectiveAt, recordedAt: now });
  settleAwaited(facts, context);
  const { calendar } = context;
  for (const { deadlineId, from, dueAt } of clockChanges(state, calendar, effectiveAt)) {
    const terms = state.deadlines.get(deadlineId)?.terms;
    if (from === undefined || !terms) continue;
    const by = { id: calendar.id, version: calendar.version };
    const version = terms.version + 1;
    facts.add({ type: 'DeadlineMoved', data: { deadlineId, from, dueAt, calendar: by, version } });
  }
  return ok(facts.facts);
}

/** The clocks that can be given more time: they run, their moment is ahead, and it was counted and not set by an officer. */
export const extendable = ({ deadlines }: Pick<DossierState, 'deadlines'>, at: Instant): readonly string[] =>
  [...deadlines.values()].filter((each) => isOpenAt(each, at) && each.terms.limit).map(({ terms }) => terms.deadlineId);

const isOpenAt = ({ state, terms }: DeadlineState, at: Instant): boolean => state === 'running' && terms.dueAt >= at;

/** What has to be true whatever is extended: somebody in the right position, and a clock that can be given more time. */
export function mayExtend(state: DossierState, context: DossierContext): Decision<void> {
  const { actor, effectiveAt } = context;
  const governing = procedureFor('resume', state, context);
  if (!governing.ok) return governing;
  return firstRefusal(
    () => checkNotInFuture(context),
    () => checkPosition(['authority'], actor, governing.value, state),
    () => checkBackdating(governing.value.backdating, context),
    () => (extendable(state, effectiveAt).length > 0 ? ok(undefined) : refuse('NO_DEADLINE_TO_EXTEND')),
  );
}

/**
 * Gia hạn: the authority of the body gives a running clock more time, in writing and with a reason. Refuses `POSITION_NOT_ALLOWED` and
 * `OTHER_UNIT` as every act, `NO_DEADLINE_TO_EXTEND` where there is none at all, `DEADLINE_NOT_OPEN` for what stands still, is over or was missed, `DEADLINE_NOT_COUNTED` for a day that an
 * officer set, and `CALENDAR_INCOMPLETE` where the new moment cannot be counted.
 */
export function extendDeadline(
  { data }: DossierCommandOf<'extend-deadline'>,
  state: DossierState,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  const { calendar, effectiveAt } = context;
  const { deadlineId, units, letter, reason } = data;
  const may = firstRefusal(
    () => mayExtend(state, context),
    () => checkHappened(context, letter.date),
  );
  if (!may.ok) return may;
  const deadline = state.deadlines.get(deadlineId);
  if (!deadline) return refuse('NOT_FOUND', { params: { what: deadlineId } });
  const { terms } = deadline;
  if (!isOpenAt(deadline, effectiveAt)) return refuse('DEADLINE_NOT_OPEN');
  if (!terms.limit) return refuse('DEADLINE_NOT_COUNTED');
  const due = dueOf(terms.startedAt, { ...terms.limit, value: terms.limit.value + units }, terms.pauses, calendar);
  if (!due.ok) return due;
  return ok([
    {
      type: 'DeadlineExtended',
      data: {
        deadlineId,
        units,
        unit: terms.limit.unit,
        letter,
        reason,
        from: terms.dueAt,
        dueAt: due.value.dueAt,
        calendar: { id: calendar.id, version: calendar.version },
        version: terms.version + 1,
      },
    },
  ]);
}
