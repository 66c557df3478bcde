import type { LocalDate } from '#libs/domain/kernel';
import type { PositionRole } from '../unit/unit.events.js';
import type { Handover, UnitState, Units } from '../unit/unit.state.js';
import { covers } from '../period.js';
import { type Standing, headsFor, holdersIn, positionInForce, standingsIn } from './holding.js';
import { answeringUnit } from './tree.js';

/** The work for which somebody is sought. */
export interface WorkInUnit {
  readonly unitId: string;
  readonly role: PositionRole;
  readonly date: LocalDate;
  /** The dossier, where a handover may have given the work to somebody in particular. */
  readonly dossierId?: string;
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
  const handed = work.dossierId === undefined ? undefined : handoverOf(unit, work.dossierId, role, date);
  if (!handed) {
    const positions = [...unit.positions.values()].filter(({ roles }) => roles.includes(role));
    return inPositions(
      units,
      unit,
      positions.map(({ positionId }) => positionId),
      work,
    );
  }
  const done = isDone(handed, date);
  const [accountId, positionId] = done
    ? [handed.toAccountId, handed.toPositionId]
    : [handed.fromAccountId, handed.positionId];
  const inPerson = standingsIn(units, unit, positionId, date).find(
    (each) => each.as === 'holder' && each.accountId === accountId,
  );
  if (inPerson) return { unitId: unit.id, people: [inPerson], vacant: false };
  // Who only stands on a list that nobody has confirmed has taken nothing yet.
  return done ? inPositions(units, unit, [positionId], work) : withHead(units, unit, positionId, work);
}

/** The last handover that says where a piece of work lies on a day; the first open one stops all that rest on it. */
function handoverOf(unit: UnitState, dossierId: string, role: PositionRole, date: LocalDate): Handover | undefined {
  let last: Handover | undefined;
  for (const handover of unit.handovers.values()) {
    const stood = covers({ from: handover.proposedOn, to: handover.withdrawnOn }, date);
    if (!stood || !handover.items.some((item) => item.dossierId === dossierId && item.role === role)) continue;
    last = handover;
    if (!isDone(handover, date)) break;
  }
  return last;
}

const isDone = ({ completedFrom }: Handover, date: LocalDate): boolean =>
  completedFrom !== undefined && completedFrom <= date;

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
