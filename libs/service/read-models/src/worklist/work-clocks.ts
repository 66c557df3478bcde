import type { Instant } from '#libs/domain/kernel';
import type { EventShapes } from '../shared/event-shapes.js';
import type { WorkClock, WorkRow } from './worklist.tables.js';

type Terms = EventShapes['DeadlineSet'] | EventShapes['DeadlineAwaited'];

/** What a row says about its clocks. */
export type ClockSummary = Pick<WorkRow, 'clocks' | 'nextDueAt' | 'nextDueClock' | 'pausedSince'>;

export const noClocks: ClockSummary = { clocks: {}, nextDueAt: null, nextDueClock: null, pausedSince: null };

/** The clocks after some were set anew. */
export const withClocks = (clocks: WorkRow['clocks'], terms: readonly Terms[]): ClockSummary =>
  summary({ ...clocks, ...Object.fromEntries(terms.map((each) => [each.deadlineId, clockOf(each)])) });

/** The clocks after one of them changed. */
export function changedClock(clocks: WorkRow['clocks'], id: string, fields: Partial<WorkClock>): ClockSummary {
  const before = clocks[id];
  if (!before) throw new TypeError(`The dossier has no open deadline ${id}.`);
  return summary({ ...clocks, [id]: { ...before, ...fields } });
}

/** The clocks without one that is met or cancelled. */
export const withoutClock = (clocks: WorkRow['clocks'], id: string): ClockSummary =>
  summary(Object.fromEntries(Object.entries(clocks).filter(([other]) => other !== id)));

const clockOf = (terms: Terms): WorkClock => ({
  clock: terms.clock,
  dueAt: 'dueAt' in terms ? terms.dueAt : null,
  pausedAt: terms.pauses.find(({ to }) => to === undefined)?.from ?? null,
});

/** Of two at the same moment the first by name: the order of the fields is not the same everywhere. */
const first = <C extends { readonly at: Instant; readonly clock: string }>(found: readonly C[]): C | undefined =>
  [...found].sort((one, other) => (`${one.at} ${one.clock}` < `${other.at} ${other.clock}` ? -1 : 1))[0];

function summary(clocks: WorkRow['clocks']): ClockSummary {
  const all = Object.values(clocks);
  const running = first(
    all.flatMap(({ clock, dueAt, pausedAt }) => (dueAt !== null && pausedAt === null ? [{ at: dueAt, clock }] : [])),
  );
  const paused = first(all.flatMap(({ clock, pausedAt }) => (pausedAt === null ? [] : [{ at: pausedAt, clock }])));
  return {
    clocks,
    nextDueAt: running?.at ?? null,
    nextDueClock: (running ?? paused)?.clock ?? null,
    pausedSince: running ? null : (paused?.at ?? null),
  };
}
