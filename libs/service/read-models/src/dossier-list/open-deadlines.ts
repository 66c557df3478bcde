import type { Instant } from '#libs/domain/kernel';
import type { EventShapes } from '../shared/event-shapes.js';
import type { DossierListRow, OpenDeadline } from './dossier-list.tables.js';

/** What a dossier's row says about its open deadlines. */
export type DeadlineSummary = Pick<DossierListRow, 'openDeadlines' | 'nextDueAt' | 'nextDueClock'>;

type Open = DossierListRow['openDeadlines'];

/** The next changes of a row's open deadlines. */
export function openDeadlinesOf({ openDeadlines: open }: Pick<DossierListRow, 'openDeadlines'>) {
  const change = (id: string, fields: Partial<OpenDeadline>): DeadlineSummary => {
    const before = open[id];
    if (!before) throw new TypeError(`The dossier has no open deadline ${id}.`);
    return summary({ ...open, [id]: { ...before, ...fields } });
  };
  return {
    setAll: (deadlines: readonly (EventShapes['DeadlineSet'] | EventShapes['DeadlineAwaited'])[]): DeadlineSummary =>
      summary({
        ...open,
        ...Object.fromEntries(
          deadlines.map((terms) => [
            terms.deadlineId,
            {
              clock: terms.clock,
              dueAt: 'dueAt' in terms ? terms.dueAt : null,
              paused: terms.pauses.some(({ to }) => to === undefined),
            },
          ]),
        ),
      }),
    pause: (id: string): DeadlineSummary => change(id, { paused: true }),
    run: (id: string, dueAt: Instant): DeadlineSummary => change(id, { dueAt, paused: false }),
    close: (id: string): DeadlineSummary =>
      summary(Object.fromEntries(Object.entries(open).filter(([other]) => other !== id))),
  };
}

function summary(openDeadlines: Open): DeadlineSummary {
  let next: { readonly dueAt: Instant; readonly clock: string } | undefined;
  for (const { dueAt, clock, paused } of Object.values(openDeadlines)) {
    if (paused || dueAt === null) continue;
    // Of two due at the same moment the first by name: the order of the fields is not the same everywhere.
    if (!next || dueAt < next.dueAt || (dueAt === next.dueAt && clock < next.clock)) next = { dueAt, clock };
  }
  return { openDeadlines, nextDueAt: next?.dueAt ?? null, nextDueClock: next?.clock ?? null };
}
