import type { ClockStanding } from '../../components/deadline-clock/clock-standing.js';

/** A deadline as a dossier tells it; moments in UTC. */
export interface ClockOf {
  readonly deadlineId: string;
  readonly clock: string;
  readonly state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  readonly dueAt: string;
  readonly metAt?: string;
  readonly late?: boolean;
}

interface Clocked {
  readonly deadlines: readonly ClockOf[];
  readonly awaited: readonly Pick<ClockOf, 'deadlineId' | 'clock'>[];
}

export interface ClockShown {
  readonly deadlineId: string;
  readonly clock: string;
  readonly standing: ClockStanding;
  readonly dueAt?: string;
  readonly metAt?: string;
}

/** Nearer than this it is “nearly due”, in milliseconds: two days, as the worklist has it. */
const SOON = 2 * 86_400_000;

const urgency: readonly ClockStanding[] = ['over', 'soon', 'ok', 'pause', 'awaited', 'late', 'done', 'cancelled'];

/** The clocks of a dossier, the most urgent first; those that have ended last, what was met latest before the others. `now` in UTC. */
export function clocksOf({ deadlines, awaited }: Clocked, now: string): readonly ClockShown[] {
  const shown: ClockShown[] = [
    ...deadlines.map((deadline) => ({
      deadlineId: deadline.deadlineId,
      clock: deadline.clock,
      dueAt: deadline.dueAt,
      standing: standingOf(deadline, now),
      ...(deadline.metAt === undefined ? {} : { metAt: deadline.metAt }),
    })),
    ...awaited.map(({ deadlineId, clock }) => ({ deadlineId, clock, standing: 'awaited' as const })),
  ];
  return shown.sort(
    (one, other) =>
      urgency.indexOf(one.standing) - urgency.indexOf(other.standing) ||
      (other.metAt ?? '').localeCompare(one.metAt ?? '') ||
      (one.dueAt ?? '').localeCompare(other.dueAt ?? ''),
  );
}

function standingOf({ state, dueAt, late }: ClockOf, now: string): ClockStanding {
  switch (state) {
    case 'paused':
      return 'pause';
    case 'met':
      return late ? 'late' : 'done';
    case 'cancelled':
      return 'cancelled';
    case 'missed':
      return 'over';
    case 'running':
  }
  if (dueAt < now) return 'over';
  return Date.parse(dueAt) - Date.parse(now) <= SOON ? 'soon' : 'ok';
}
