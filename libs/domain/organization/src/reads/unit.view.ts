import type { LocalDate } from '#libs/domain/kernel';
import { covers } from '../period.js';
import type { Appointment, Handover, HandoverSide, Position, UnitState, Units } from '../unit/unit.state.js';
import { type Standing, standingsIn } from './holding.js';
import { ancestors, childrenOf, parentOf } from './tree.js';

/** A position as it stands on a day. */
export interface PositionView extends Position {
  /** Who may act in it on that day, in the order in which work comes to them. */
  readonly standings: readonly Standing[];
  readonly vacant: boolean;
  /** All of them over time: what an operator ends or takes back. */
  readonly appointments: readonly Omit<Appointment, 'positionId'>[];
}

/** A handover without its notes, which are for the two sides only. */
export interface HandoverView extends Omit<Handover, 'items' | 'leftOut' | 'note' | 'confirmed' | 'completedAt'> {
  readonly items: number;
  readonly confirmed: readonly HandoverSide[];
}

/** A unit as people read it for a day. Holds ids and names of offices, and no free text. */
export interface UnitView extends Pick<UnitState, 'id' | 'revision' | 'name' | 'kind' | 'from' | 'to' | 'successorId'> {
  /** The day for which the answer holds. */
  readonly asInForce: LocalDate;
  readonly inForce: boolean;
  readonly parentId?: string;
  /** From the nearest up to the top. */
  readonly ancestors: readonly string[];
  readonly children: readonly string[];
  readonly positions: readonly PositionView[];
  readonly delegations: readonly {
    readonly delegationId: string;
    readonly positionId: string;
    readonly accountId: string;
  }[];
  readonly handovers: readonly HandoverView[];
}

/** Reads a unit for a day: its place in the tree, and who stands where. Positions that are not in force are left out. */
export function viewUnit(units: Units, unit: UnitState, date: LocalDate): UnitView {
  const { id, revision, name, kind, from, to, successorId } = unit;
  const parentId = parentOf(unit, date);
  return {
    id,
    revision,
    name,
    kind,
    from,
    ...(to === undefined ? {} : { to }),
    ...(successorId === undefined ? {} : { successorId }),
    asInForce: date,
    inForce: covers(unit, date),
    ...(parentId === undefined ? {} : { parentId }),
    ancestors: ancestors(units, id, date),
    children: childrenOf(units, id, date),
    positions: [...unit.positions.values()]
      .filter((position) => covers(unit, date) && covers(position, date))
      .map((position) => viewPosition(units, unit, position, date)),
    delegations: [...unit.delegations.values()]
      .filter((each) => covers(each, date))
      .map(({ delegationId, positionId, accountId }) => ({ delegationId, positionId, accountId })),
    handovers: [...unit.handovers.values()].map(
      ({ items, note: _note, leftOut: _leftOut, completedAt: _at, ...handover }) => ({
        ...handover,
        items: items.length,
      }),
    ),
  };
}

function viewPosition(units: Units, unit: UnitState, position: Position, date: LocalDate): PositionView {
  const { positionId } = position;
  const standings = standingsIn(units, unit, positionId, date);
  return {
    ...position,
    standings,
    vacant: !standings.some(({ as }) => as === 'holder'),
    appointments: [...unit.appointments.values()]
      .filter((each) => each.positionId === positionId)
      .map(({ positionId: _here, ...appointment }) => appointment),
  };
}
