import type { LocalDate } from '#libs/domain/kernel';
import { type Period, covers } from '../period.js';
import type { UnitState, Units } from '../unit/unit.state.js';

/** The unit right above on a day; `undefined` at the top and on days on which the unit is not in force. */
export function parentOf(unit: UnitState, date: LocalDate): string | undefined {
  return covers(unit, date) ? unit.parents.findLast(({ from }) => from <= date)?.parentId : undefined;
}

/** The spans of days a unit spends under each parent, in order; the last one ends with the unit. */
export function parentSpans(unit: UnitState): readonly (Period & { readonly parentId?: string | undefined })[] {
  return unit.parents.map(({ parentId, from }, index) => ({
    parentId,
    from,
    to: unit.parents[index + 1]?.from ?? unit.to,
  }));
}

/**
 * The units above on a day, the nearest first. As in force on that day: a commune of 2024 stands in its district, the same
 * commune of August 2025 right under the province. Never runs in a circle, even over a log in which there is one.
 */
export function ancestors(units: Units, unitId: string, date: LocalDate): readonly string[] {
  const path: string[] = [];
  const seen = new Set([unitId]);
  let unit = units.get(unitId);
  while (unit) {
    const parentId = parentOf(unit, date);
    if (parentId === undefined || seen.has(parentId)) break;
    seen.add(parentId);
    path.push(parentId);
    unit = units.get(parentId);
  }
  return path;
}

/** Whether a unit is another one or stands below it on a day; on days on which it is not in force it stands nowhere. */
export function isWithin(units: Units, unitId: string, ancestorId: string, date: LocalDate): boolean {
  const unit = units.get(unitId);
  if (!unit || !covers(unit, date)) return false;
  return unitId === ancestorId || ancestors(units, unitId, date).includes(ancestorId);
}

/** The units right below on a day, in the order in which the log made them known. */
export const childrenOf = (units: Units, unitId: string, date: LocalDate): readonly string[] =>
  [...units.values()].filter((unit) => parentOf(unit, date) === unitId).map(({ id }) => id);

/** The unit that answers on a day: itself, or who took over its work when it ended. `undefined` when nobody did. */
export function answeringUnit(units: Units, unitId: string, date: LocalDate): UnitState | undefined {
  const seen = new Set<string>();
  let unit = units.get(unitId);
  while (unit && !covers(unit, date)) {
    if (date < unit.from || unit.successorId === undefined || seen.has(unit.id)) return undefined;
    seen.add(unit.id);
    unit = units.get(unit.successorId);
  }
  return unit;
}
