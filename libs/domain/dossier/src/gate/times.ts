import { remainingAt, type WorkingCalendar } from '#libs/domain/calendar';
import { type Decision, type Instant, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { isActing, type Procedure } from '#libs/domain/procedure';
import { Temporal } from 'temporal-polyfill';
import type { DossierContext } from '../dossier.context.js';

/** Refuses `EFFECTIVE_DATE_IN_FUTURE`: nothing is recorded before it has happened. */
export const checkNotInFuture = ({ effectiveAt, now }: DossierContext): Decision<void> =>
  effectiveAt > now ? refuse('EFFECTIVE_DATE_IN_FUTURE') : ok(undefined);

/**
 * An act may hold from an earlier day only by the working days the procedure allows (`BACKDATED_TOO_FAR`) and with a reason
 * (`BACKDATING_NEEDS_REASON`); an earlier hour of the same day needs neither.
 */
export function checkBackdating(backdating: Procedure['backdating'], context: DossierContext): Decision<void> {
  const { effectiveAt, now, calendar, reason } = context;
  if (localDateOf(effectiveAt) === localDateOf(now)) return ok(undefined);
  const limit = backdating.workingDays;
  if (daysBack(calendar, effectiveAt, now) > limit) {
    return refuse('BACKDATED_TOO_FAR', { source: backdating.source, params: { limit } });
  }
  return reason ? ok(undefined) : refuse('BACKDATING_NEEDS_REASON');
}

/** How far an act at a step may lie before its recording: what the step says, else the procedure. */
export function backdatingAt({ steps, backdating }: Procedure, step: string): Procedure['backdating'] {
  const here = steps[step];
  return (here && isActing(here) ? here.backdating : undefined) ?? backdating;
}

/** Working days; where the calendar cannot tell, calendar days, so that a missing notice never lets more through. */
function daysBack(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  const { workingDays, exact } = remainingAt(calendar, from, to);
  if (exact) return workingDays;
  return Temporal.PlainDate.from(localDateOf(from)).until(localDateOf(to), { largestUnit: 'days' }).days;
}

/**
 * Refuses `EFFECTIVE_BEFORE_STEP` when an act would hold from before the fact that made it possible: an appraisal before the
 * receipt, a resumption before the suspension. Acts at one step may be recorded in any order.
 */
export const checkAfterArrival = (placeSince: Instant, { effectiveAt }: DossierContext): Decision<void> =>
  effectiveAt < placeSince ? refuse('EFFECTIVE_BEFORE_STEP', { params: { since: placeSince } }) : ok(undefined);

/** Refuses `DATE_IN_FUTURE` for a day (a session, minutes, a ceremony) after the day on which the act holds. */
export function checkHappened(context: DossierContext, ...dates: readonly (LocalDate | undefined)[]): Decision<void> {
  const today = localDateOf(context.effectiveAt);
  const future = dates.find((date) => date !== undefined && date > today);
  return future === undefined ? ok(undefined) : refuse('DATE_IN_FUTURE', { params: { date: future } });
}
