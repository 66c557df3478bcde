import type { LocalDate } from '#libs/domain/kernel';
import type { PositionRole } from '../unit/unit.events.js';
import type { UnitState, Units } from '../unit/unit.state.js';
import { type AssignedWork, holderAfterHandovers, openHandoverOf } from './holders.js';
import { type Standing, headsFor, holdersIn, positionInForce, standingsIn } from './holding.js';
import { answeringUnit } from './tree.js';

/** The work for which somebody is sought. */
export interface WorkInUnit {
  readonly unitId: string;
  readonly role: PositionRole;
  readonly date: LocalDate;
  /** The dossier, where a handover may have given the work to somebody in particular. */
  readonly dossierId?: string;
  /** To whom the dossier's own facts give this work. */
  readonly assigned?: AssignedWork;
}

/** Who answers for a work. */
export interface Responsibility {
  /** The unit that answers: the one asked about, or who took over its work. */
  readonly unitId: string;
  /** Who holds a position for it; else who has a mandate; else the head. Empty when there is no head either. */
  readonly people: readonly Standing[];
  /** Nobody holds a position for this work, nor has a mandate: it lies with the head. */
  readonly vacant: boolean;
}

/**
 * Who answers for a role's work in a unit on a day. A handover moves work only when both sides have confirmed it: until then
 * it stays with the leaver, and after his last day with the head (R60). A unit that ended answers through its successor.
 */
export function responsibleFor(units: Units, work: WorkInUnit): Responsibility {
  const { role, date } = work;
  const unit = answeringUnit(units, work.unitId, date);
  if (!unit) return { unitId: work.unitId, people: [], vacant: true };
  const handedOver = work.dossierId === undefined ? undefined : inPersonOf(units, unit, work.dossierId, work);
  if (handedOver) return handedOver;
  const positions = [...unit.positions.values()].filter(({ roles }) => roles.includes(role));
  return inPositions(
    units,
    unit,
    positions.map(({ positionId }) => positionId),
    work,
  );
}

/** Who has this very dossier; `undefined` when it is with nobody in particular. */
function inPersonOf(units: Units, unit: UnitState, dossierId: string, work: WorkInUnit): Responsibility | undefined {
  const { role, date, assigned } = work;
  const piece = { dossierId, role };
  const holder = holderAfterHandovers(unit, piece, assigned ?? {}, date);
  // Who only stands on a list that nobody has confirmed has taken nothing yet.
  const open = openHandoverOf(unit, piece, holder, date);
  const { accountId, positionId } = open ? { ...open, accountId: open.fromAccountId } : (holder ?? {});
  if (accountId === undefined || positionId === undefined) return undefined;
  const inPerson = standingsIn(units, unit, positionId, date).find(
    (each) => each.as === 'holder' && each.accountId === accountId,
  );
  if (inPerson) return { unitId: unit.id, people: [inPerson], vacant: false };
  return open ? withHead(units, unit, positionId, work) : inPositions(units, unit, [positionId], work);
}

function inPositions(
  units: Units,
  unit: UnitState,
  positions: readonly string[],
  { role, date }: WorkInUnit,
): Responsibility {
  const standings = positions.flatMap((positionId) => standingsIn(units, unit, positionId, date));
  for (const capacity of ['holder', 'delegate'] as const) {
    const people = standings.filter((each) => each.as === capacity && each.roles.includes(role));
    if (people.length > 0) return { unitId: unit.id, people, vacant: false };
  }
  return withHead(units, unit, positions[0], { date });
}

/** The head in the place of the vacant position; where there is none, in his own, with no more than its roles. */
function withHead(
  units: Units,
  unit: UnitState,
  positionId: string | undefined,
  { date }: Pick<WorkInUnit, 'date'>,
): Responsibility {
  const people = headsFor(units, unit.id, date).map((head): Standing => {
    const place = positionId === undefined ? undefined : positionInForce(unit, positionId, date);
    return place && holdersIn(unit, place.positionId, date).length === 0
      ? { accountId: head.accountId, positionId: place.positionId, unitId: unit.id, as: 'head', roles: place.roles }
      : { ...head, as: 'head' };
  });
  return { unitId: unit.id, people, vacant: true };
}
