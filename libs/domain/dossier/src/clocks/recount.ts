import type { WorkingCalendar } from '#libs/domain/calendar';
import type { Instant } from '#libs/domain/kernel';
import type { DossierState } from '../dossier.state.js';
import { dueOf, settled } from './terms.js';

/** What another calendar makes of one clock of a dossier. */
export interface ClockChange {
  readonly deadlineId: string;
  readonly clock: string;
  /** The moment until now; absent for a clock that waited for its calendar. */
  readonly from?: Instant;
  readonly dueAt: Instant;
}

/**
 * The clocks that a calendar moves or sets (R50), in the order of the dossier. Only those that run: what was met or missed never
 * moves, nor what had run out when the calendar was changed, though nobody had recorded the miss yet; what stands still is counted
 * when it goes on; a day that an officer set was not counted. No clock moves to a moment before the change, which nobody could have
 * kept; and one that cannot be counted any more keeps its moment.
 * @param changedAt when the calendar was changed.
 */
export function clockChanges(
  { deadlines, awaited }: Pick<DossierState, 'deadlines' | 'awaited'>,
  calendar: WorkingCalendar,
  changedAt: Instant,
): readonly ClockChange[] {
  const moved = [...deadlines.values()].flatMap(({ terms, state }): ClockChange[] => {
    const { deadlineId, clock, limit, startedAt, pauses, dueAt: from } = terms;
    if (state !== 'running' || !limit || terms.calendar.id !== calendar.id || from < changedAt) return [];
    const due = dueOf(startedAt, limit, pauses, calendar);
    if (!due.ok || due.value.dueAt === from || due.value.dueAt < changedAt) return [];
    return [{ deadlineId, clock, from, dueAt: due.value.dueAt }];
  });
  const set = [...awaited.values()].flatMap((waiting): ClockChange[] => {
    const fact = settled(waiting, calendar);
    return fact ? [{ deadlineId: waiting.deadlineId, clock: waiting.clock, dueAt: fact.data.dueAt }] : [];
  });
  return [...moved, ...set];
}
