import { type Instant, type LocalDate, instantAt } from '#libs/domain/kernel';
import { covers } from '../period.js';
import type { PositionRole } from '../unit/unit.events.js';
import type { Handover, UnitState } from '../unit/unit.state.js';

/** Somebody to whom a piece of work was given in person. */
export interface HolderOfWork {
  readonly accountId: string;
  readonly positionId: string;
}

/** What a dossier's own facts say about a role's work. */
export interface AssignedWork<H extends HolderOfWork = HolderOfWork> {
  /** When the last of them was recorded: handovers completed before it count no more. */
  readonly changedAt?: Instant | undefined;
  readonly holder?: H | undefined;
}

/** A piece of work in a unit. */
export interface PieceOfWork {
  readonly dossierId: string;
  readonly role: PositionRole;
}

/** Who took a piece of work over, and from when. */
export interface TakenOver extends HolderOfWork {
  readonly unitId: string;
  readonly since: Instant;
  readonly handoverId: string;
}

/** A piece of work by one key: in sets, and in what a refusal names. */
export const workKey = ({ dossierId, role }: PieceOfWork): string => `${dossierId}/${role}`;

/** Whether a completed handover moves a work: it is with who handed over, or with nobody in particular. */
export const movesFrom = (
  holder: Pick<HolderOfWork, 'accountId'> | undefined,
  { fromAccountId }: Pick<Handover, 'fromAccountId'>,
): boolean => holder === undefined || holder.accountId === fromAccountId;

/**
 * Who holds a piece of work on a day: whom the dossier's own facts name, or who has taken it over from him since. A
 * handover moves it without an event in the dossier (R60).
 */
export function holderAfterHandovers<H extends HolderOfWork>(
  unit: UnitState,
  work: PieceOfWork,
  { changedAt, holder }: AssignedWork<H>,
  date: LocalDate,
): H | TakenOver | undefined {
  const done = [...unit.handovers.values()]
    .filter(
      (each) =>
        isDone(each, date) && (changedAt === undefined || changedAt <= (each.completedAt ?? '')) && lists(each, work),
    )
    .sort((one, other) => ((one.completedAt ?? '') < (other.completedAt ?? '') ? -1 : 1));
  let current: H | TakenOver | undefined = holder;
  for (const handover of done) if (movesFrom(current, handover)) current = takerOf(unit, handover);
  return current;
}

/** The first handover under way that lists a work of this holder: until both sides have confirmed he has it still. */
export function openHandoverOf(
  unit: UnitState,
  work: PieceOfWork,
  holder: HolderOfWork | undefined,
  date: LocalDate,
): Handover | undefined {
  for (const handover of unit.handovers.values()) {
    const stood = covers({ from: handover.proposedOn, to: handover.withdrawnOn }, date);
    if (stood && !isDone(handover, date) && lists(handover, work) && movesFrom(holder, handover)) return handover;
  }
  return undefined;
}

const isDone = ({ completedFrom }: Handover, date: LocalDate): boolean =>
  completedFrom !== undefined && completedFrom <= date;

function takerOf(unit: UnitState, handover: Handover): TakenOver {
  const { toAccountId, toPositionId, handoverId, completedFrom } = handover;
  const since = instantAt(completedFrom ?? handover.on, '00:00');
  return { accountId: toAccountId, positionId: toPositionId, unitId: unit.id, since, handoverId };
}

/** A list of thousands is asked for each dossier of a unit: its keys are made once. */
const keysOfLists = new WeakMap<Handover['items'], ReadonlySet<string>>();

function lists({ items }: Handover, work: PieceOfWork): boolean {
  let keys = keysOfLists.get(items);
  if (!keys) keysOfLists.set(items, (keys = new Set(items.map(workKey))));
  return keys.has(workKey(work));
}
