import type { LocalDate } from '#libs/domain/kernel';
import { covers } from '../period.js';
import type { UnitState } from '../unit/unit.state.js';

/** Thành viên Hội đồng: who holds a seat of a body's council on a day, each account once (R28). */
export function councilMembersOf({ positions, appointments }: UnitState, date: LocalDate): readonly string[] {
  const seats = new Set(
    [...positions.values()]
      .filter((position) => position.roles.includes('council_member') && covers(position, date))
      .map(({ positionId }) => positionId),
  );
  const held = [...appointments.values()].filter(
    (appointment) => seats.has(appointment.positionId) && covers(appointment, date),
  );
  return [...new Set(held.map(({ accountId }) => accountId))];
}
