import { type Actor, type Decision, dayText, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { checkPeriod, datesOutOfOrder, firstRefusal, isOperator, unless } from '../../checks.js';
import { overlap } from '../../period.js';
import { headsFor, holdersIn } from '../../reads/holding.js';
import type { UnitCommandOf } from '../unit.commands.js';
import type { UnitContext } from '../unit.context.js';
import type { UnitFactOf } from '../unit.events.js';
import type { UnitState } from '../unit.state.js';
import { positionStands } from './appointment.decision.js';
import { positionOf } from './position.decision.js';
import { unitInForce } from './structure.decision.js';

type Given = UnitCommandOf<'give-delegation'>['data'];

/**
 * Ủy quyền: who holds the position gives some of its roles for a time, by a written mandate dated no later than it begins.
 * Never more than the position has, and never passed on (R44). An operator may record the paper for him.
 */
export function giveDelegation(
  { data }: UnitCommandOf<'give-delegation'>,
  state: UnitState,
  { actor, newId }: UnitContext,
): Decision<readonly [UnitFactOf<'DelegationGiven'>]> {
  const { positionId, from, to } = data;
  const found = positionOf(state, positionId);
  if (!found.ok) return found;
  const position = found.value;
  const wider = data.roles.filter((role) => !position.roles.includes(role));
  const checked = firstRefusal(
    () => fromTheHolder(data, state, actor),
    () => checkPeriod({ from, to }),
    () => unitInForce(state, { from, to }),
    () => positionStands(position, { from, to }),
    () =>
      unless(wider.length === 0, () => refuse('DELEGATION_WIDENS_ROLES', { rule: 'R44', params: { roles: wider } })),
    () => mandateInTime(data),
    () => notTwice(data, state),
  );
  const roles = [...new Set(data.roles)];
  return checked.ok ? ok([{ type: 'DelegationGiven', data: { delegationId: newId, ...data, roles } }]) : checked;
}

/** Rút ủy quyền: by who gave it, the head or an operator, from a day on that is not past. */
export function withdrawDelegation(
  { data }: UnitCommandOf<'withdraw-delegation'>,
  state: UnitState,
  { actor, now, units }: UnitContext,
): Decision<readonly [UnitFactOf<'DelegationWithdrawn'>]> {
  const delegation = state.delegations.get(data.delegationId);
  if (!delegation) return refuse('DELEGATION_UNKNOWN', { params: { delegation: data.delegationId } });
  const { givenBy, from, to, positionId } = delegation;
  const today = localDateOf(now);
  const allowed =
    isOperator(actor) ||
    (actor.onBehalfOf === undefined && [givenBy, ...holdersIn(state, positionId, today)].includes(actor.id)) ||
    headsFor(units, state.id, today).some(({ accountId }) => accountId === actor.id);
  const checked = firstRefusal(
    () => unless(allowed, () => refuse('POSITION_NOT_HELD', { params: { position: positionId } })),
    () => unless(data.on < to, () => refuse('DELEGATION_IS_OVER', { params: { date: dayText(to) } })),
    () => unless(from <= data.on, () => datesOutOfOrder(from, data.on)),
    // What was done by a mandate that stood cannot be undone by taking the mandate back.
    () => unless(today <= data.on, () => datesOutOfOrder(today, data.on)),
  );
  return checked.ok ? ok([{ type: 'DelegationWithdrawn', data }]) : checked;
}

/** The giver holds the position on the day the mandate begins, and gives it himself, not through a mandate of his own. */
function fromTheHolder({ positionId, givenBy, from }: Given, state: UnitState, actor: Actor): Decision<void> {
  const holds = holdersIn(state, positionId, from).includes(givenBy);
  return firstRefusal(
    () => unless(actor.onBehalfOf === undefined, () => refuse('REDELEGATION', { rule: 'R44' })),
    () => unless(holds, () => refuse('POSITION_NOT_HELD', { params: { position: positionId } })),
    () =>
      unless(isOperator(actor) || actor.id === givenBy, () =>
        refuse('POSITION_NOT_HELD', { params: { position: positionId } }),
      ),
  );
}

const mandateInTime = ({ mandate, from }: Given): Decision<void> =>
  unless(mandate.date <= from, () =>
    refuse('MANDATE_DATED_LATER', {
      rule: 'R44',
      params: { date: dayText(mandate.date), from: dayText(from) },
    }),
  );

/** One mandate for one account and position at a time: else it could not be said on whose behalf he acts. */
function notTwice(
  { positionId, accountId, from, to }: Given,
  { delegations, appointments }: UnitState,
): Decision<void> {
  const same = (each: {
    readonly positionId: string;
    readonly accountId: string;
    readonly from: string;
    readonly to?: string | undefined;
  }) => each.positionId === positionId && each.accountId === accountId && overlap(each, { from, to });
  return firstRefusal(
    () => unless(![...appointments.values()].some(same), () => refuse('DELEGATION_TO_HOLDER')),
    () => unless(![...delegations.values()].some(same), () => refuse('DELEGATION_NOT_TWICE')),
  );
}
