import { type Decision, type LocalDate, dayText, ok, refuse } from '#libs/domain/kernel';
import { checkOperator, checkPeriod, firstRefusal, unless } from '../../checks.js';
import { type Period, contains, covers, overlap } from '../../period.js';
import type { UnitCommandOf } from '../unit.commands.js';
import type { UnitContext } from '../unit.context.js';
import type { UnitFactOf } from '../unit.events.js';
import type { Position, UnitState } from '../unit.state.js';
import { positionOf } from './position.decision.js';
import { unitInForce } from './structure.decision.js';

/** Bổ nhiệm, phân công: never more holders than seats on any day, and nobody twice. */
export function appoint(
  { data }: UnitCommandOf<'appoint'>,
  state: UnitState,
  { actor, newId }: UnitContext,
): Decision<readonly [UnitFactOf<'AppointmentMade'>]> {
  const { positionId, accountId } = data;
  const allowed = checkOperator(actor);
  if (!allowed.ok) return allowed;
  const position = positionOf(state, positionId);
  if (!position.ok) return position;
  const others = [...state.appointments.values()].filter((each) => each.positionId === positionId);
  const twice = others.some((each) => each.accountId === accountId && overlap(each, data));
  const checked = firstRefusal(
    () => checkPeriod(data),
    () => unitInForce(state, data),
    () => positionStands(position.value, data),
    () => unless(!twice, () => refuse('ALREADY_APPOINTED', { params: { position: positionId } })),
    () => seatFree(position.value, others, data),
  );
  return checked.ok ? ok([{ type: 'AppointmentMade', data: { appointmentId: newId, ...data } }]) : checked;
}

/** Thôi giữ vị trí: sooner than it would end. Ended on the day it begins, it was never held: a mistake is taken back so. */
export function endAppointment(
  { data }: UnitCommandOf<'end-appointment'>,
  state: UnitState,
  { actor }: UnitContext,
): Decision<readonly [UnitFactOf<'AppointmentEnded'>]> {
  const allowed = checkOperator(actor);
  if (!allowed.ok) return allowed;
  const { appointmentId, on } = data;
  const appointment = state.appointments.get(appointmentId);
  if (!appointment) return refuse('APPOINTMENT_UNKNOWN', { params: { appointment: appointmentId } });
  const { from, to } = appointment;
  if (to !== undefined && to <= on) return refuse('APPOINTMENT_IS_OVER', { params: { date: dayText(to) } });
  if (on < from) return refuse('DATES_OUT_OF_ORDER', { params: { from: dayText(from), to: dayText(on) } });
  return ok([{ type: 'AppointmentEnded', data }]);
}

/** A position without a known end may be held without one; one that ends bounds who holds it. */
export const positionStands = (position: Position, period: Period): Decision<void> =>
  unless(contains(position, period), () =>
    refuse('POSITION_NOT_IN_FORCE', {
      params: { position: position.positionId, date: dayText(lostDay(position, period)) },
    }),
  );

const lostDay = (position: Period, period: Period): LocalDate =>
  covers(position, period.from) ? (position.to ?? period.from) : period.from;

/** The number of holders only grows on days on which somebody begins: those inside the new period are enough to look at. */
function seatFree(position: Position, others: readonly Period[], period: Period): Decision<void> {
  const days = [period.from, ...others.map(({ from }) => from).filter((from) => covers(period, from))].sort();
  const full = days.find((day) => others.filter((each) => covers(each, day)).length >= position.seats);
  return unless(full === undefined, () =>
    refuse('POSITION_TAKEN', { params: { position: position.positionId, date: dayText(full ?? period.from) } }),
  );
}
