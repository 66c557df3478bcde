import type { LocalDate } from '#libs/domain/kernel';
import type { ProcedureLife, PublishedVersion } from './procedure-life.state.js';

/** Days on which a version takes dossiers: half-open, empty where it ends before it begins. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** After every date there is. */
const NEVER = '~';
const endOf = ({ until }: Period): string => until ?? NEVER;

export const isEmpty = (period: Period): boolean => endOf(period) <= period.from;

export const overlap = (one: Period, other: Period): boolean =>
  !isEmpty(one) && !isEmpty(other) && one.from < endOf(other) && other.from < endOf(one);

/** Published versions in the order of their first days. */
export const inOrder = ({ versions }: ProcedureLife): readonly PublishedVersion[] =>
  [...versions.values()].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

/**
 * Where a version stands on a day: not yet in force, in force, ended while dossiers still run under it, or over. A dossier that was
 * received goes on under its version to its end (R1).
 */
export type VersionStanding = 'pending' | 'in_force' | 'finishing' | 'retired';

export function standingOf(period: Period, today: LocalDate, running: number): VersionStanding {
  if (!isEmpty(period) && today < period.from) return 'pending';
  if (!isEmpty(period) && today < endOf(period)) return 'in_force';
  return running > 0 ? 'finishing' : 'retired';
}
