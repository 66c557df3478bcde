import { type Decision, dayText, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { firstRefusal, isOperator, unless } from '../../checks.js';
import { workKey } from '../../reads/holders.js';
import { headsFor, holdersIn } from '../../reads/holding.js';
import { sectionHeadsOver } from '../../reads/section.js';
import type { UnitCommandOf } from '../unit.commands.js';
import type { OpenWork, UnitContext } from '../unit.context.js';
import { MAX_HANDED_OVER, type UnitFactOf } from '../unit.events.js';
import type { Handover, Position, UnitState } from '../unit.state.js';
import { positionOf } from './position.decision.js';

type Proposal = UnitCommandOf<'propose-handover'>['data'] & Pick<UnitFactOf<'HandoverProposed'>['data'], 'items'>;

/**
 * Đề nghị bàn giao: the leaver, who leads him or an operator says who is to take the open work (R60). Who takes it holds a
 * position of the same unit with the roles of the work on the day of the handover; it may be the leaver's own position.
 * Without a list it is all the open work; with one, what is open and not on it is left out for a reason that is said.
 */
export function proposeHandover(
  { data: asked }: UnitCommandOf<'propose-handover'>,
  state: UnitState,
  context: UnitContext,
): Decision<readonly [UnitFactOf<'HandoverProposed'>]> {
  const open = openWorkOf(asked, state, context);
  const data: Proposal = { ...asked, items: asked.items ?? [...open] };
  const from = positionOf(state, data.positionId);
  if (!from.ok) return from;
  const to = positionOf(state, data.toPositionId);
  if (!to.ok) return to;
  const today = localDateOf(context.now);
  const checked = firstRefusal(
    () =>
      unless(isSelf(context, data.fromAccountId) || leads(data, state, context) || isOperator(context.actor), () =>
        refuse('NOT_A_PARTY', { rule: 'R60' }),
      ),
    () => unless(data.fromAccountId !== data.toAccountId, () => refuse('HANDOVER_TO_ONESELF', { rule: 'R60' })),
    () => hasHeld(data, state, today),
    () => takerHolds(data, state, data.on),
    () => rolesIn(from.value, data),
    () => rolesIn(to.value, data),
    () => eachOnce(data),
    () => withTheGiver(data, state, today, context),
    () => unless(data.items.length > 0, () => refuse('NOTHING_TO_HAND_OVER', { rule: 'R60' })),
    () => notTooMuch(data),
    () => nothingForgotten(data, open, context),
  );
  return checked.ok ? ok([{ type: 'HandoverProposed', data: { handoverId: context.newId, ...data } }]) : checked;
}

/**
 * The open work of who hands over that stands on no other list and is not left out on purpose.
 * @throws Error when the context does not say what is open: it is never guessed.
 */
export function openWorkOf(
  { leftOut, handoverId }: Pick<Handover, 'leftOut'> & { readonly handoverId?: string },
  state: UnitState,
  { openWork }: UnitContext,
): readonly OpenWork[] {
  if (!openWork) throw new Error('A handover needs to know the open work.');
  const elsewhere = new Set(leftOut?.map(workKey));
  for (const other of state.handovers.values()) {
    if (other.handoverId !== handoverId && isOpen(other)) for (const item of other.items) elsewhere.add(workKey(item));
  }
  return openWork.filter((work) => !elsewhere.has(workKey(work)));
}

/** Rút hoặc từ chối: either side, who leads the giver or an operator. The work stays where it was. */
export function withdrawHandover(
  { data }: UnitCommandOf<'withdraw-handover'>,
  state: UnitState,
  context: UnitContext,
): Decision<readonly [UnitFactOf<'HandoverWithdrawn'>]> {
  const open = openHandover(state, data.handoverId);
  if (!open.ok) return open;
  const { fromAccountId, toAccountId } = open.value;
  const party = isSelf(context, fromAccountId) || isSelf(context, toAccountId);
  return party || leads(open.value, state, context) || isOperator(context.actor)
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

const isHead = (state: UnitState, context: UnitContext): boolean =>
  headsFor(context.units, state.id, localDateOf(context.now)).some(({ accountId }) => isSelf(context, accountId));

/** The head of the unit; over the work of a section also who leads it. In person, as everything about a handover. */
export const leads = ({ positionId }: Pick<Handover, 'positionId'>, state: UnitState, context: UnitContext): boolean =>
  isHead(state, context) ||
  sectionHeadsOver(state, positionId, localDateOf(context.now)).some((accountId) => isSelf(context, accountId));

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

function eachOnce({ items, leftOut = [] }: Proposal): Decision<void> {
  const seen = new Set<string>();
  const twice = [...items, ...leftOut].map(workKey).filter((key) => seen.size === seen.add(key).size);
  return unless(twice.length === 0, () => refuse('WORK_ITEM_TWICE', { params: { items: shortened(twice) } }));
}

/**
 * Work that stands in another open handover, or that an earlier one gave to somebody else, is not there to be given, unless
 * it has come back to him since. Who followed in a position gives what his predecessor left behind in it.
 */
function withTheGiver(
  { items, positionId, fromAccountId, on }: Proposal,
  state: UnitState,
  today: string,
  { openWork = [] }: UnitContext,
): Decision<void> {
  const his = new Set(openWork.map(workKey));
  const known = new Map<string, Handover>();
  for (const handover of state.handovers.values()) {
    if (handover.withdrawnOn === undefined) for (const item of handover.items) known.set(workKey(item), handover);
  }
  const elsewhere = items.map(workKey).filter((key) => {
    const last = known.get(key);
    if (!last || (!isOpen(last) && his.has(key))) return false;
    const { completedFrom, toPositionId, toAccountId } = last;
    const given = completedFrom !== undefined && completedFrom <= on && toPositionId === positionId;
    return !given || (toAccountId !== fromAccountId && holdersIn(state, positionId, today).includes(toAccountId));
  });
  return unless(elsewhere.length === 0, () =>
    refuse('WORK_ITEM_ELSEWHERE', { rule: 'R60', params: { items: shortened(elsewhere) } }),
  );
}

const notTooMuch = ({ items }: Proposal): Decision<void> =>
  unless(items.length <= MAX_HANDED_OVER, () =>
    refuse('TOO_MUCH_WORK', { params: { limit: MAX_HANDED_OVER, count: items.length } }),
  );

/** Everything on the list and everything left out is open, and nothing that is open is passed over in silence (R60). */
function nothingForgotten(
  { items, leftOut = [] }: Proposal,
  open: readonly OpenWork[],
  { openWork = [] }: UnitContext,
): Decision<void> {
  const there = new Set(openWork.map(workKey));
  const notOpen = [...items, ...leftOut].map(workKey).filter((key) => !there.has(key));
  const listed = new Set(items.map(workKey));
  const forgotten = open.map(workKey).filter((key) => !listed.has(key));
  return firstRefusal(
    () =>
      unless(notOpen.length === 0, () =>
        refuse('WORK_ITEM_NOT_OPEN', { rule: 'R60', params: { items: shortened(notOpen) } }),
      ),
    () =>
      unless(forgotten.length === 0, () =>
        refuse('WORK_LEFT_OUT', { rule: 'R60', params: { items: shortened(forgotten) } }),
      ),
  );
}

const NAMED_IN_A_REFUSAL = 20;

const shortened = (keys: readonly string[]): readonly string[] =>
  keys.length <= NAMED_IN_A_REFUSAL
    ? keys
    : [...keys.slice(0, NAMED_IN_A_REFUSAL), `… (+${keys.length - NAMED_IN_A_REFUSAL})`];
