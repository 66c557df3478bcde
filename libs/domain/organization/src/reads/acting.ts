import { type Actor, type Decision, type LocalDate, dayText, ok, refuse } from '#libs/domain/kernel';
import { covers } from '../period.js';
import type { UnitState, Units } from '../unit/unit.state.js';
import { type Standing, holdersIn, positionInForce, standingsIn, unitOfPosition } from './holding.js';

/**
 * Who acts when an account acts in a position on a day: with the roles of the position, or those of the mandate. Refuses
 * `POSITION_UNKNOWN`, `POSITION_NOT_IN_FORCE`, `POSITION_NOT_HELD`, `POSITION_VACANT` (only the head may act in it),
 * `DELEGATION_NOT_BEGUN`, `DELEGATION_EXPIRED`, `DELEGATION_IS_WITHDRAWN` (R44).
 */
export function actingAs(units: Units, accountId: string, positionId: string, date: LocalDate): Decision<Actor> {
  const unit = unitOfPosition(units, positionId);
  if (!unit) return refuse('POSITION_UNKNOWN', { params: { position: positionId } });
  if (!positionInForce(unit, positionId, date)) {
    return refuse('POSITION_NOT_IN_FORCE', { params: { position: positionId, date: dayText(date) } });
  }
  const standing = standingsIn(units, unit, positionId, date).find((each) => each.accountId === accountId);
  if (!standing) return whyNot(unit, accountId, positionId, date);
  return ok(actorBy(standing));
}

/**
 * The position in which somebody acts who does not say in which: the default he has chosen, as long as he stands there; else
 * the only one he holds; else, if he holds none, the only one he has a mandate for. Acting for somebody else or in a vacant
 * position is never guessed where there is a position of one's own. Refuses `NO_POSITION` and `POSITION_NOT_CHOSEN`, which
 * lists the choices.
 */
export function usualStanding(standings: readonly Standing[], chosen: string | undefined): Decision<Standing> {
  const favourite = standings.find(({ positionId }) => positionId === chosen);
  if (favourite) return ok(favourite);
  const held = standings.filter((each) => each.as === 'holder');
  const [only, ...others] = held.length > 0 ? held : standings;
  if (!only) return refuse('NO_POSITION');
  return others.length === 0
    ? ok(only)
    : refuse('POSITION_NOT_CHOSEN', { params: { positions: standings.map(({ positionId }) => positionId) } });
}

/** Who acts by a standing. */
export const actorBy = ({ accountId: id, positionId, unitId, roles, onBehalfOf }: Standing): Actor => ({
  id,
  positionId,
  unitId,
  roles,
  ...(onBehalfOf ? { onBehalfOf } : {}),
});

function whyNot(unit: UnitState, accountId: string, positionId: string, date: LocalDate): Decision<never> {
  const mandates = [...unit.delegations.values()].filter(
    (each) => each.positionId === positionId && each.accountId === accountId && !covers(each, date),
  );
  const over = mandates.filter(({ to }) => to <= date).sort((one, other) => (one.to < other.to ? 1 : -1))[0];
  const params = { position: positionId };
  if (over?.withdrawn) {
    return refuse('DELEGATION_IS_WITHDRAWN', { rule: 'R44', params: { ...params, date: dayText(over.to) } });
  }
  if (over) return refuse('DELEGATION_EXPIRED', { rule: 'R44', params: { ...params, date: dayText(over.to) } });
  const [ahead] = mandates;
  if (ahead) return refuse('DELEGATION_NOT_BEGUN', { rule: 'R44', params: { ...params, date: dayText(ahead.from) } });
  return holdersIn(unit, positionId, date).length === 0
    ? refuse('POSITION_VACANT', { params })
    : refuse('POSITION_NOT_HELD', { params });
}
