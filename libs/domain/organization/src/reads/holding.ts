import type { LocalDate } from '#libs/domain/kernel';
import { covers } from '../period.js';
import type { PositionRole } from '../unit/unit.events.js';
import type { Appointment, Delegation, Position, UnitState, Units } from '../unit/unit.state.js';
import { ancestors } from './tree.js';

/** How somebody stands in a position: he holds it, acts by a written mandate, or is the head to whom vacant work goes. */
export type Capacity = 'holder' | 'delegate' | 'head';

/** Somebody who may act in a position. */
export interface Standing {
  readonly accountId: string;
  readonly positionId: string;
  readonly unitId: string;
  readonly as: Capacity;
  readonly roles: readonly PositionRole[];
  /** Who gave the mandate, for a delegate. */
  readonly onBehalfOf?: string;
  /** The first day on which it holds no more, where that is known; half-open, as every period. */
  readonly to?: LocalDate;
}

/** The unit in which a position stands. Ids of positions are unique over all units. */
export function unitOfPosition(units: Units, positionId: string): UnitState | undefined {
  for (const unit of units.values()) if (unit.positions.has(positionId)) return unit;
  return undefined;
}

/** The position, if it and its unit are in force on a day. */
export function positionInForce(unit: UnitState, positionId: string, date: LocalDate): Position | undefined {
  const position = unit.positions.get(positionId);
  return position && covers(unit, date) && covers(position, date) ? position : undefined;
}

/** Accounts that hold a position of this unit on a day, the longest in it first. */
export const holdersIn = (unit: UnitState, positionId: string, date: LocalDate): readonly string[] =>
  appointmentsIn(unit, positionId, date).map(({ accountId }) => accountId);

function appointmentsIn(unit: UnitState, positionId: string, date: LocalDate): readonly Appointment[] {
  if (!positionInForce(unit, positionId, date)) return [];
  return [...unit.appointments.values()]
    .filter((each) => each.positionId === positionId && covers(each, date))
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

/** Mandates of a position in force on a day. They stand while the position does, also when who gave one has left. */
export function delegationsIn(unit: UnitState, positionId: string, date: LocalDate): readonly Delegation[] {
  if (!positionInForce(unit, positionId, date)) return [];
  return [...unit.delegations.values()].filter((each) => each.positionId === positionId && covers(each, date));
}

/** Everybody who holds a position on a day; more than one only where it has more seats. */
export function holdersOf(units: Units, positionId: string, date: LocalDate): readonly string[] {
  const unit = unitOfPosition(units, positionId);
  return unit ? holdersIn(unit, positionId, date) : [];
}

/** Who holds a position on a day, the longest in it where it has more seats; `undefined` when it is vacant. */
export const holderOf = (units: Units, positionId: string, date: LocalDate): string | undefined =>
  holdersOf(units, positionId, date)[0];

/** The head of a unit on a day, and while it has none, of the nearest unit above that has one. */
export function headsFor(units: Units, unitId: string, date: LocalDate): readonly Omit<Standing, 'as'>[] {
  for (const id of [unitId, ...ancestors(units, unitId, date)]) {
    const unit = units.get(id);
    const heads = [...(unit?.positions.values() ?? [])]
      .filter(({ head }) => head)
      .flatMap(({ positionId, roles }) =>
        unit
          ? holdersIn(unit, positionId, date).map((accountId) => ({ accountId, positionId, unitId: id, roles }))
          : [],
      );
    if (heads.length > 0) return heads;
  }
  return [];
}

/**
 * Who may act in a position of this unit on a day: who holds it, who has a mandate for it, and while nobody holds it the
 * head. An account stands in it once, in its strongest capacity.
 */
export function standingsIn(units: Units, unit: UnitState, positionId: string, date: LocalDate): readonly Standing[] {
  const position = positionInForce(unit, positionId, date);
  if (!position) return [];
  const holders = appointmentsIn(unit, positionId, date);
  const here = { positionId, unitId: unit.id };
  const { roles } = position;
  const until = (...ends: readonly (LocalDate | undefined)[]) => {
    const [to] = [...ends, position.to, unit.to].filter((end) => end !== undefined).sort();
    return to === undefined ? {} : { to };
  };
  const standings: Standing[] = [
    ...holders.map(({ accountId, to }): Standing => ({ ...here, accountId, as: 'holder', roles, ...until(to) })),
    ...delegationsIn(unit, positionId, date).map(({ accountId, roles, givenBy, to }): Standing => ({
      ...here,
      accountId,
      as: 'delegate',
      roles,
      onBehalfOf: givenBy,
      ...until(to),
    })),
    ...(holders.length > 0 ? [] : headsFor(units, unit.id, date)).map(({ accountId }): Standing => ({
      ...here,
      accountId,
      as: 'head',
      roles,
      ...until(),
    })),
  ];
  return standings.filter(
    ({ accountId }, index) => standings.findIndex((each) => each.accountId === accountId) === index,
  );
}

/** Every position in which an account may act on a day: what the switch of positions offers. */
export const positionsOf = (units: Units, accountId: string, date: LocalDate): readonly Standing[] =>
  [...units.values()].flatMap((unit) =>
    [...unit.positions.keys()].flatMap((positionId) =>
      standingsIn(units, unit, positionId, date).filter((standing) => standing.accountId === accountId),
    ),
  );

/** The same for every account at once, for who asks often. Whoever stands nowhere is not in it. */
export function standingsByAccount(units: Units, date: LocalDate): ReadonlyMap<string, readonly Standing[]> {
  const byAccount = new Map<string, Standing[]>();
  for (const unit of units.values()) {
    for (const positionId of unit.positions.keys()) {
      for (const standing of standingsIn(units, unit, positionId, date)) {
        const mine = byAccount.get(standing.accountId);
        if (mine) mine.push(standing);
        else byAccount.set(standing.accountId, [standing]);
      }
    }
  }
  return byAccount;
}
