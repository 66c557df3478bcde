import {
  type LadderRung,
  planLadder,
  type PlannedRung,
  remainingAt,
  type WorkingCalendar,
} from '#libs/domain/calendar';
import type { DeadlineState, DossierState } from '#libs/domain/dossier';
import { type Instant, instantAt, localDateOf } from '#libs/domain/kernel';
import { ladderOf, type Procedure } from '#libs/domain/procedure';

/** The data that ladders are counted with. Asked anew each time, so that a calendar entered later counts at once. */
export interface ReminderRules {
  /** The procedure to which a dossier is pinned; `undefined` when that version is not loaded. */
  procedure(pin: { readonly code: string; readonly version: string; readonly hash: string }): Procedure | undefined;
  calendar(id: string): WorkingCalendar | undefined;
  /** Brings the calendars up to date before many plans are made because one has changed. */
  readonly refresh?: () => Promise<void>;
  /** A ladder by the name under which procedures mention it. */
  ladder(name: string): readonly LadderRung[] | undefined;
  /** The hour of the daily summary, `07:30`. */
  readonly digestAt: string;
}

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
  const ladder = rules.ladder(ladderOf(procedure, terms.clock));
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
  const rungs = planLadder(calendar, ladder, { startedAt, dueAt, limit }, until);
  return { ok: true, rungs: rungs.map((rung) => withSummary(rules, rung)) };
}

/** A rung that only goes into the summary is rung when the summary of its day is made, not after it had left (R52). */
function withSummary({ digestAt }: ReminderRules, rung: PlannedRung): PlannedRung {
  if (rung.channel.some((channel) => channel !== 'digest')) return rung;
  const summary = instantAt(localDateOf(rung.at), digestAt);
  return summary < rung.at ? { ...rung, at: summary } : rung;
}

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
