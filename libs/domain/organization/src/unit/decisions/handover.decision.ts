import { type Decision, dayText, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { firstRefusal, isOperator, unless } from '../../checks.js';
import { headsFor, holdersIn } from '../../reads/holding.js';
import type { UnitCommandOf } from '../unit.commands.js';
import type { UnitContext } from '../unit.context.js';
import type { UnitFactOf } from '../unit.events.js';
import type { Handover, Position, UnitState } from '../unit.state.js';
import { positionOf } from './position.decision.js';

type Proposal = UnitCommandOf<'propose-handover'>['data'];

/** A piece of work as a refusal names it. */
const itemKey = ({ dossierId, role }: { readonly dossierId: string; readonly role: string }): string =>
  `${dossierId}/${role}`;

/**
 * Đề nghị bàn giao: the leaver, the head or an operator lists the open work and who is to take it (R60). Who takes it holds
 * a position of the same unit with the roles of the work on the day of the handover; it may be the leaver's own position.
 */
export function proposeHandover(
  { data }: UnitCommandOf<'propose-handover'>,
  state: UnitState,
  context: UnitContext,
): Decision<readonly [UnitFactOf<'HandoverProposed'>]> {
  const from = positionOf(state, data.positionId);
  if (!from.ok) return from;
  const to = positionOf(state, data.toPositionId);
  if (!to.ok) return to;
  const today = localDateOf(context.now);
  const checked = firstRefusal(
    () =>
      unless(isSelf(context, data.fromAccountId) || isHead(state, context) || isOperator(context.actor), () =>
        refuse('NOT_A_PARTY', { rule: 'R60' }),
      ),
    () => unless(data.fromAccountId !== data.toAccountId, () => refuse('HANDOVER_TO_ONESELF', { rule: 'R60' })),
    () => hasHeld(data, state, today),
    () => takerHolds(data, state, data.on),
    () => rolesIn(from.value, data),
    () => rolesIn(to.value, data),
    () => eachOnce(data),
    () => withTheGiver(data, state, today),
  );
  return checked.ok ? ok([{ type: 'HandoverProposed', data: { handoverId: context.newId, ...data } }]) : checked;
}

/** Rút hoặc từ chối: either side, the head or an operator. The work stays where it was. */
export function withdrawHandover(
  { data }: UnitCommandOf<'withdraw-handover'>,
  state: UnitState,
  context: UnitContext,
): Decision<readonly [UnitFactOf<'HandoverWithdrawn'>]> {
  const open = openHandover(state, data.handoverId);
  if (!open.ok) return open;
  const { fromAccountId, toAccountId } = open.value;
  const party = isSelf(context, fromAccountId) || isSelf(context, toAccountId);
  return party || isHead(state, context) || isOperator(context.actor)
    ? ok([{ type: 'HandoverWithdrawn', data }])
    : refuse('NOT_A_PARTY', { rule: 'R60' });
}

/** The handover, if nothing has closed it. */
export function openHandover({ handovers }: UnitState, handoverId: string): Decision<Handover> {
  const handover = handovers.get(handoverId);
  if (!handover) return refuse('HANDOVER_UNKNOWN', { params: { handover: handoverId } });
  return isOpen(handover) ? ok(handover) : refuse('HANDOVER_IS_CLOSED');
}

/** In person: a mandate does not reach as far as giving or taking somebody's work. */
export const isSelf = ({ actor }: Pick<UnitContext, 'actor'>, accountId: string): boolean =>
  actor.id === accountId && actor.onBehalfOf === undefined;

export const isHead = (state: UnitState, context: UnitContext): boolean =>
  headsFor(context.units, state.id, localDateOf(context.now)).some(({ accountId }) => isSelf(context, accountId));

/** Whether who takes over holds his position on a day. */
export const takerHolds = (
  { toPositionId, toAccountId }: Pick<Handover, 'toPositionId' | 'toAccountId'>,
  state: UnitState,
  date: string,
): Decision<void> =>
  unless(holdersIn(state, toPositionId, date).includes(toAccountId), () =>
    refuse('TAKER_NOT_IN_POSITION', { rule: 'R60', params: { position: toPositionId, date: dayText(date) } }),
  );

const isOpen = ({ completedFrom, withdrawnOn }: Handover): boolean =>
  completedFrom === undefined && withdrawnOn === undefined;

/** Who hands over holds the position, or has left it without handing over. */
const hasHeld = ({ positionId, fromAccountId }: Proposal, { appointments }: UnitState, today: string) =>
  unless(
    [...appointments.values()].some(
      (each) =>
        each.positionId === positionId &&
        each.accountId === fromAccountId &&
        each.from <= today &&
        each.from !== each.to,
    ),
    () => refuse('POSITION_NOT_HELD', { params: { position: positionId } }),
  );

function rolesIn({ positionId, roles }: Position, { items }: Proposal): Decision<void> {
  const missing = [...new Set(items.map(({ role }) => role))].filter((role) => !roles.includes(role));
  return unless(missing.length === 0, () =>
    refuse('ROLES_NOT_IN_POSITION', { rule: 'R60', params: { position: positionId, roles: missing } }),
  );
}

function eachOnce({ items }: Proposal): Decision<void> {
  const seen = new Set<string>();
  const twice = items.map(itemKey).filter((key) => seen.size === seen.add(key).size);
  return unless(twice.length === 0, () => refuse('WORK_ITEM_TWICE', { params: { items: twice } }));
}

/**
 * Work that stands in another open handover, or that an earlier one gave to somebody else, is not there to be given. Who
 * followed in a position gives what his predecessor left behind in it.
 */
function withTheGiver(
  { items, positionId, fromAccountId, on }: Proposal,
  state: UnitState,
  today: string,
): Decision<void> {
  const known = new Map<string, Handover>();
  for (const handover of state.handovers.values()) {
    if (handover.withdrawnOn === undefined) for (const item of handover.items) known.set(itemKey(item), handover);
  }
  const elsewhere = items.map(itemKey).filter((key) => {
    const last = known.get(key);
    if (!last) return false;
    const { completedFrom, toPositionId, toAccountId } = last;
    const given = completedFrom !== undefined && completedFrom <= on && toPositionId === positionId;
    return !given || (toAccountId !== fromAccountId && holdersIn(state, positionId, today).includes(toAccountId));
  });
  return unless(elsewhere.length === 0, () =>
    refuse('WORK_ITEM_ELSEWHERE', { rule: 'R60', params: { items: elsewhere } }),
  );
}
