import { type Decision, dayText, ok, refuse } from '#libs/domain/kernel';
import { checkOperator, firstRefusal, unless } from '../../checks.js';
import { overlap } from '../../period.js';
import { unitOfPosition } from '../../reads/holding.js';
import type { UnitCommandOf } from '../unit.commands.js';
import type { UnitContext } from '../unit.context.js';
import type { UnitFactOf } from '../unit.events.js';
import type { Position, UnitState } from '../unit.state.js';
import { endAfter, unitInForce } from './structure.decision.js';

/** Lập vị trí: with its roles for good. A unit has one head position at a time; ids are unique over all units. */
export function createPosition(
  { data }: UnitCommandOf<'create-position'>,
  state: UnitState,
  { units, actor }: UnitContext,
): Decision<readonly [UnitFactOf<'PositionCreated'>]> {
  const { positionId, roles, from } = data;
  const otherHead = [...state.positions.values()].find((each) => each.head && overlap(each, { from }));
  const checked = firstRefusal(
    () => checkOperator(actor),
    () => unitInForce(state, { from }),
    () =>
      unless(!unitOfPosition(units, positionId), () => refuse('POSITION_EXISTS', { params: { position: positionId } })),
    () =>
      unless(!data.head || !otherHead, () =>
        refuse('HEAD_EXISTS', { params: { position: otherHead?.positionId ?? positionId } }),
      ),
  );
  return checked.ok ? ok([{ type: 'PositionCreated', data: { ...data, roles: [...new Set(roles)] } }]) : checked;
}

/** Bỏ vị trí: nobody holds it from that day on, so that nobody loses a position without a word about himself. */
export function endPosition(
  { data }: UnitCommandOf<'end-position'>,
  state: UnitState,
  { actor }: UnitContext,
): Decision<readonly [UnitFactOf<'PositionEnded'>]> {
  const { positionId, on } = data;
  const allowed = checkOperator(actor);
  if (!allowed.ok) return allowed;
  const position = positionOf(state, positionId);
  if (!position.ok) return position;
  const { from, to } = position.value;
  const held = [...state.appointments.values()].some(
    (each) => each.positionId === positionId && overlap(each, { from: on }),
  );
  const params = { position: positionId, date: dayText(on) };
  const checked = firstRefusal(
    () => endAfter(from, on),
    () => unless(to === undefined || on < to, () => refuse('POSITION_NOT_IN_FORCE', { params })),
    () => unless(!held, () => refuse('POSITION_STILL_HELD', { params })),
  );
  return checked.ok ? ok([{ type: 'PositionEnded', data }]) : checked;
}

/** The position by id: `POSITION_UNKNOWN`. */
export function positionOf({ positions }: UnitState, positionId: string): Decision<Position> {
  const position = positions.get(positionId);
  return position ? ok(position) : refuse('POSITION_UNKNOWN', { params: { position: positionId } });
}
