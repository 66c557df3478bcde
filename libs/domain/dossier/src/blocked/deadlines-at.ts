import { remainingAt } from '#libs/domain/calendar';
import type { Instant } from '#libs/domain/kernel';
import { type Act, actRule, isActing, type Procedure, windowsOf } from '#libs/domain/procedure';
import { openClocks } from '../clocks/deadline-book.js';
import { mayMeet } from '../clocks/happening.js';
import type { DossierContext } from '../dossier.context.js';
import type { AwaitedClock, DeadlineState, DossierState } from '../dossier.state.js';

/** An open clock that the work at a place is under. */
export interface BlockedDeadline {
  readonly deadlineId: string;
  readonly clock: string;
  readonly state: 'running' | 'paused' | 'late' | 'awaited';
  /** Absent while it stands still, and while it waits for a calendar. */
  readonly dueAt?: Instant;
  /** Since when it stands still. */
  readonly pausedSince?: Instant;
  /** How many working days ago it ran out; `exact` is false where the calendar of a year on the way is not complete. */
  readonly late?: { readonly workingDays: number; readonly exact: boolean };
  /** The year whose working calendar is missing. */
  readonly missingYear?: number;
  /** The days of that year that are awaited, where not the whole year is. */
  readonly awaiting?: NonNullable<AwaitedClock['awaiting']>;
  readonly source: string;
}

/** The clocks that an act at a place can meet or has to wait for, or under which the step says it works; the soonest first, without a moment last. */
export function deadlinesAt(
  place: string,
  procedure: Procedure,
  state: DossierState,
  context: Pick<DossierContext, 'now' | 'calendar'>,
): readonly BlockedDeadline[] {
  const concerns = clocksOf(place, procedure);
  const open = openClocks(state).filter(({ terms }) => concerns(terms.clock));
  const awaited = [...state.awaited.values()].filter(({ clock }) => concerns(clock));
  return [...open.map((deadline) => openDeadline(deadline, context)), ...awaited.map(awaitedDeadline)].toSorted(
    (one, other) => ((one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : 1),
  );
}

function clocksOf(place: string, procedure: Procedure): (clock: string) => boolean {
  const step = procedure.steps[place];
  if (!step || !isActing(step)) return () => false;
  const admissions = (Object.keys(step.acts) as Act[]).flatMap((act) => {
    const rule = actRule(procedure, place, act);
    return rule ? [{ act, admission: { procedure, place, rule } }] : [];
  });
  const named = new Set([...step.clocks, ...windowsOf(step).map(({ clock }) => clock)]);
  return (clock) => named.has(clock) || admissions.some(({ act, admission }) => mayMeet(admission, clock, act));
}

function openDeadline(
  { terms, state }: DeadlineState,
  { now, calendar }: Pick<DossierContext, 'now' | 'calendar'>,
): BlockedDeadline {
  const { deadlineId, clock, dueAt, source, pauses } = terms;
  const told = { deadlineId, clock, source };
  if (state === 'paused') {
    const since = pauses.findLast(({ to }) => to === undefined)?.from;
    return { ...told, state: 'paused', ...(since === undefined ? {} : { pausedSince: since }) };
  }
  if (dueAt >= now) return { ...told, state: 'running', dueAt };
  const { workingDays, exact } = remainingAt(calendar, dueAt, now);
  return { ...told, state: 'late', dueAt, late: { workingDays, exact } };
}

const awaitedDeadline = ({
  deadlineId,
  clock,
  source,
  missingYear,
  awaiting,
  pauses,
}: AwaitedClock): BlockedDeadline => {
  const since = pauses.findLast(({ to }) => to === undefined)?.from;
  return {
    deadlineId,
    clock,
    source,
    state: 'awaited',
    missingYear,
    ...(awaiting ? { awaiting } : {}),
    ...(since === undefined ? {} : { pausedSince: since }),
  };
};
