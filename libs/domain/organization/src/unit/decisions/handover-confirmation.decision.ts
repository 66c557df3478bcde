import { type Decision, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { firstRefusal, unless } from '../../checks.js';
import { workKey } from '../../reads/holders.js';
import { holdersIn } from '../../reads/holding.js';
import type { UnitCommandOf } from '../unit.commands.js';
import type { UnitContext } from '../unit.context.js';
import { MAX_HANDED_OVER, type UnitFactOf } from '../unit.events.js';
import type { Handover, UnitState } from '../unit.state.js';
import { isSelf, leads, openHandover, openWorkOf, takerHolds } from './handover.decision.js';

type Confirmed = UnitFactOf<'HandoverConfirmed'>;

/**
 * Xác nhận bàn giao: each side once, in person; for a leaver who holds the position no more, who leads him. The second one brings
 * the event that moves all the work with it, on the day agreed or, when that is past, today (R60).
 */
export function confirmHandover(
  { data }: UnitCommandOf<'confirm-handover'>,
  state: UnitState,
  context: UnitContext,
): Decision<readonly [Confirmed] | readonly [Confirmed, UnitFactOf<'HandoverCompleted'>]> {
  const { handoverId, side } = data;
  const open = openHandover(state, handoverId);
  if (!open.ok) return open;
  const handover = open.value;
  const today = localDateOf(context.now);
  const from = today > handover.on ? today : handover.on;
  const last = handover.confirmed.length > 0;
  const checked = firstRefusal(
    () => unless(!handover.confirmed.includes(side), () => refuse('HANDOVER_SIDE_CONFIRMED')),
    () => unless(mayConfirm(data, handover, state, context), () => refuse('NOT_A_PARTY', { rule: 'R60' })),
    () => (last ? takerHolds(handover, state, from) : ok(undefined)),
  );
  if (!checked.ok) return checked;
  const confirmed: Confirmed = { type: 'HandoverConfirmed', data: { handoverId, side, accountId: context.actor.id } };
  return ok(last ? [confirmed, completed(handover, from, state, context)] : [confirmed]);
}

function mayConfirm(
  { side }: UnitCommandOf<'confirm-handover'>['data'],
  handover: Handover,
  state: UnitState,
  context: UnitContext,
): boolean {
  const { positionId, fromAccountId, toAccountId } = handover;
  if (side === 'taker') return isSelf(context, toAccountId);
  if (isSelf(context, fromAccountId)) return true;
  const gone = !holdersIn(state, positionId, localDateOf(context.now)).includes(fromAccountId);
  // One person never confirms for both sides.
  return gone && context.actor.id !== toAccountId && leads(handover, state, context);
}

/**
 * What is still open of the list, and what has come to the leaver since and the taker's position can do: the agreement was
 * about all his work but what was left out for a reason, so nothing that arrives in between is lost.
 */
function completed(
  handover: Handover,
  from: LocalDate,
  state: UnitState,
  context: UnitContext,
): UnitFactOf<'HandoverCompleted'> {
  const { handoverId, positionId, fromAccountId, toPositionId, toAccountId } = handover;
  const listed = new Set(handover.items.map(workKey));
  const roles = state.positions.get(toPositionId)?.roles ?? [];
  const items = openWorkOf(handover, state, context)
    .filter((work) => listed.has(workKey(work)) || roles.includes(work.role))
    .slice(0, MAX_HANDED_OVER)
    .map((work) => ({
      dossierId: work.dossierId,
      role: work.role,
      ...(listed.has(workKey(work)) ? {} : { arrived: true }),
    }));
  return {
    type: 'HandoverCompleted',
    data: { handoverId, positionId, fromAccountId, toPositionId, toAccountId, from, items },
  };
}
