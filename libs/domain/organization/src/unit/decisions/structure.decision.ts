import { type Decision, type LocalDate, dayText, ok, refuse } from '#libs/domain/kernel';
import { checkOperator, datesOutOfOrder, firstRefusal, unless } from '../../checks.js';
import { type Period, contains, covers, overlap } from '../../period.js';
import { ancestors, parentSpans } from '../../reads/tree.js';
import type { UnitCommandOf } from '../unit.commands.js';
import type { UnitContext } from '../unit.context.js';
import type { UnitFactOf } from '../unit.events.js';
import type { MaybeUnit, UnitState, Units } from '../unit.state.js';

/** Thành lập: a unit begins, at the top or under a parent that stays as long as it does. */
export function establishUnit(
  { data }: UnitCommandOf<'establish'>,
  state: MaybeUnit,
  { unitId, units, actor }: UnitContext,
): Decision<readonly [UnitFactOf<'UnitEstablished'>]> {
  if (state) return refuse('UNIT_EXISTS', { params: { unit: unitId } });
  if (data.unitId !== unitId) throw new Error('A unit is established in the stream of its own id.');
  const checked = firstRefusal(
    () => checkOperator(actor),
    () => parentStands(units, data.parentId, data),
  );
  return checked.ok ? ok([{ type: 'UnitEstablished', data }]) : checked;
}

/** Chuyển: under another parent from a day on, after all changes of parent so far. No circle on that day or any later. */
export function moveUnit(
  { data }: UnitCommandOf<'move'>,
  state: UnitState,
  { units, actor }: UnitContext,
): Decision<readonly [UnitFactOf<'UnitMoved'>]> {
  const checked = firstRefusal(
    () => checkOperator(actor),
    () => notEnded(state),
    () => afterLastChange(state, data.from),
    () => parentStands(units, data.parentId, { from: data.from, to: state.to }),
    () => noCircle(units, state.id, data.parentId, data.from),
  );
  return checked.ok ? ok([{ type: 'UnitMoved', data }]) : checked;
}

/** Kết thúc: from a day on the unit is no more (R54). Whatever stands under it was moved or ended before. */
export function endUnit(
  { data }: UnitCommandOf<'end'>,
  state: UnitState,
  { units, actor }: UnitContext,
): Decision<readonly [UnitFactOf<'UnitEnded'>]> {
  const checked = firstRefusal(
    () => checkOperator(actor),
    () => notEnded(state),
    () => afterLastChange(state, data.on),
    () => noChildren(units, state.id, data.on),
    () => successorStands(units, state.id, data),
  );
  return checked.ok ? ok([{ type: 'UnitEnded', data }]) : checked;
}

const notEnded = ({ to }: UnitState): Decision<void> =>
  unless(to === undefined, () => refuse('UNIT_IS_ENDED', { params: { date: dayText(to ?? '') } }));

function afterLastChange({ parents, from }: UnitState, date: LocalDate): Decision<void> {
  const last = parents.at(-1)?.from ?? from;
  return unless(last < date, () =>
    refuse('UNIT_MOVES_OUT_OF_ORDER', { params: { date: dayText(date), last: dayText(last) } }),
  );
}

function parentStands(units: Units, parentId: string | undefined, period: Period): Decision<void> {
  if (parentId === undefined) return ok(undefined);
  const parent = units.get(parentId);
  const stands = parent !== undefined && contains(parent, { from: period.from, to: period.to });
  return unless(stands, () =>
    refuse('PARENT_NOT_IN_FORCE', { params: { parent: parentId, date: dayText(period.from) } }),
  );
}

/** Moves of others may be recorded ahead, so each day from then on counts on which anything in the tree changes. */
function noCircle(units: Units, unitId: string, parentId: string | undefined, from: LocalDate): Decision<void> {
  if (parentId === undefined) return ok(undefined);
  const changes = [...units.values()].flatMap(({ parents }) => parents.map((each) => each.from));
  const days = [...new Set([from, ...changes.filter((day) => day > from)])].sort();
  const day = days.find((day) => parentId === unitId || ancestors(units, parentId, day).includes(unitId));
  return unless(day === undefined, () =>
    refuse('UNIT_CIRCLE', { params: { unit: unitId, parent: parentId, date: dayText(day ?? from) } }),
  );
}

function noChildren(units: Units, unitId: string, on: LocalDate): Decision<void> {
  const children = [...units.values()].filter((unit) =>
    parentSpans(unit).some((span) => span.parentId === unitId && overlap(span, { from: on })),
  );
  return unless(children.length === 0, () =>
    refuse('UNIT_HAS_CHILDREN', { rule: 'R54', params: { units: children.map(({ id }) => id) } }),
  );
}

function successorStands(
  units: Units,
  unitId: string,
  { on, successorId }: { readonly on: LocalDate; readonly successorId?: string | undefined },
): Decision<void> {
  if (successorId === undefined) return ok(undefined);
  const successor = units.get(successorId);
  const stands = successor !== undefined && successorId !== unitId && covers(successor, on);
  return unless(stands, () => refuse('UNIT_NOT_IN_FORCE', { params: { unit: successorId, date: dayText(on) } }));
}

/** Refuses a day on which the unit is not in force. */
export const unitInForce = (state: UnitState, period: Period): Decision<void> =>
  unless(contains(state, period) || (period.to === undefined && covers(state, period.from)), () =>
    refuse('UNIT_NOT_IN_FORCE', { params: { unit: state.id, date: dayText(period.from) } }),
  );

/** Refuses an end that does not come after the beginning. */
export const endAfter = (from: LocalDate, on: LocalDate): Decision<void> =>
  unless(from < on, () => datesOutOfOrder(from, on));
