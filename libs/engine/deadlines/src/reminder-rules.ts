import {
  type LadderRung,
  planLadder,
  type PlannedRung,
  remainingAt,
  type WorkingCalendar,
} from '#libs/domain/calendar';
import type { DeadlineState, DossierState } from '#libs/domain/dossier';
import type { Instant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';

/** The data that ladders are counted with. Asked anew each time, so that a calendar entered later counts at once. */
export interface ReminderRules {
  /** The procedure to which a dossier is pinned; `undefined` when that version is not loaded. */
  procedure(pin: { readonly code: string; readonly version: string; readonly hash: string }): Procedure | undefined;
  calendar(id: string): WorkingCalendar | undefined;
}

/** Clocks that the procedure does not name (a day set by an officer) climb the ladder of this name. */
const DEFAULT_LADDER = 'default';

/** How far ahead the repetitions of a last rung are planned; each rung that rings plans on. */
const REPEAT_AHEAD_MS = 31 * 24 * 3600 * 1000;

export type RungPlan =
  | { readonly ok: true; readonly rungs: readonly PlannedRung[] }
  | { readonly ok: false; readonly missing: 'procedure' | 'ladder' | 'calendar' };

/** All moments at which somebody is to be reminded of a deadline, in order. */
export function planRungs(
  rules: ReminderRules,
  dossier: DossierState,
  deadline: DeadlineState,
  now: Instant,
): RungPlan {
  const { terms } = deadline;
  const procedure = dossier.procedure && rules.procedure(dossier.procedure);
  if (!procedure) return { ok: false, missing: 'procedure' };
  const ladder = procedure.ladders[procedure.clocks[terms.clock]?.ladder ?? DEFAULT_LADDER];
  if (!ladder) return { ok: false, missing: 'ladder' };
  const calendar = rules.calendar(terms.calendar.id);
  if (!calendar) return { ok: false, missing: 'calendar' };
  const { startedAt, dueAt } = terms;
  const limit = terms.limit ?? {
    // A day that an officer set has no limit; its term is the working days that the unit was given.
    value: Math.max(1, remainingAt(calendar, startedAt, dueAt).workingDays),
    unit: 'working_day' as const,
    firstDayCounted: false,
  };
  const until = new Date(Date.parse(now) + REPEAT_AHEAD_MS).toISOString();
  return { ok: true, rungs: planLadder(calendar, ladder.map(asLadderRung), { startedAt, dueAt, limit }, until) };
}

const asLadderRung = (rung: Procedure['ladders'][string][number]): LadderRung => ({
  rung: rung.rung,
  offset: rung.offset,
  time: rung.time,
  ...(rung.minimumTerm === undefined ? {} : { minimumTerm: rung.minimumTerm }),
  ...(rung.everyAfter === undefined ? {} : { everyAfter: rung.everyAfter }),
  to: rung.to,
  channel: rung.channels,
});

/** Why nobody is to be reminded now. */
export type Silence =
  | 'dossier_unknown'
  | 'dossier_suspended'
  | 'dossier_ended'
  | 'deadline_closed'
  | 'deadline_paused'
  | 'deadline_moved';

/**
 * Whether a deadline still waits for somebody, asked of the truth when the bell rings and again before a letter leaves: a
 * reminder of something already done costs more trust than a missing one.
 */
export function stillWaiting(
  rules: ReminderRules,
  dossier: DossierState | undefined,
  { deadlineId, version }: { readonly deadlineId: string; readonly version: number },
):
  | { readonly ok: true; readonly dossier: DossierState; readonly deadline: DeadlineState }
  | { readonly ok: false; readonly silence: Silence } {
  const silent = (silence: Silence) => ({ ok: false, silence }) as const;
  if (!dossier) return silent('dossier_unknown');
  const deadline = dossier.deadlines.get(deadlineId);
  if (!deadline || deadline.state === 'met' || deadline.state === 'cancelled') return silent('deadline_closed');
  if (deadline.terms.version !== version) return silent('deadline_moved');
  if (deadline.state === 'paused') return silent('deadline_paused');
  if (dossier.suspended) return silent('dossier_suspended');
  const procedure = dossier.procedure && rules.procedure(dossier.procedure);
  if (procedure?.steps[dossier.step]?.kind === 'end') return silent('dossier_ended');
  return { ok: true, dossier, deadline };
}
