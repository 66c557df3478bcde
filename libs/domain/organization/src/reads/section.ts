import type { LocalDate } from '#libs/domain/kernel';
import type { PositionRole } from '../unit/unit.events.js';
import type { UnitState } from '../unit/unit.state.js';
import { holdersIn, positionInForce } from './holding.js';

/** Who does the work on dossiers that lie with a unit: a section, below those who lead it and who sign. */
const roles: readonly PositionRole[] = ['officer', 'secretary', 'clerk'];

/** Whether a position belongs to the section (*phòng*) of its unit: the head, who signs and who leads a section stand above it. */
export const isInSection = ({
  head,
  roles: own,
}: {
  readonly head: boolean;
  readonly roles: readonly PositionRole[];
}): boolean => !head && own.length > 0 && own.every((role) => roles.includes(role));

/** Trưởng phòng: who leads the section that a position belongs to, on a day; nobody where it belongs to none. */
export function sectionHeadsOver(unit: UnitState, positionId: string, date: LocalDate): readonly string[] {
  const position = unit.positions.get(positionId);
  if (!position || !isInSection(position)) return [];
  return [...unit.positions.values()]
    .filter((each) => each.roles.includes('section_head'))
    .flatMap((each) => holdersIn(unit, each.positionId, date));
}

/** Cơ quan tiếp nhận: whether dossiers can be sent to a unit, for on that day it has positions that do the work on them. */
export const receivesOn = (unit: UnitState, date: LocalDate): boolean =>
  [...unit.positions.values()].some(
    ({ positionId, roles: own }) =>
      own.some((role) => roles.includes(role)) && positionInForce(unit, positionId, date) !== undefined,
  );
