import { type Actor, type Decision, type LocalDate, dayText, ok, refuse } from '#libs/domain/kernel';
import type { Period } from './period.js';

/** The first refusal of some checks, asked in order; later ones are not asked any more. */
export function firstRefusal(...checks: readonly (() => Decision<void>)[]): Decision<void> {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return ok(undefined);
}

/** Refuses unless something is so. */
export const unless = (good: boolean, refusal: () => Decision<never>): Decision<void> =>
  good ? ok(undefined) : refusal();

/** Units, positions and appointments are kept by operators: `POSITION_NOT_ALLOWED` for all others. */
export const checkOperator = ({ roles }: Actor): Decision<void> =>
  unless(isOperator({ roles }), () => refuse('POSITION_NOT_ALLOWED', { params: { roles: ['operator'] } }));

/** The system brings in what a reaction or the sample province establishes. */
export const isOperator = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.includes('operator') || roles.includes('system');

/** A period has at least one day: `DATES_OUT_OF_ORDER`. */
export const checkPeriod = ({ from, to }: Period): Decision<void> =>
  unless(to === undefined || from < to, () => datesOutOfOrder(from, to ?? from));

/** Refuses a day that does not come after another. */
export const datesOutOfOrder = (from: LocalDate, to: LocalDate): Decision<never> =>
  refuse('DATES_OUT_OF_ORDER', { params: { from: dayText(from), to: dayText(to) } });
