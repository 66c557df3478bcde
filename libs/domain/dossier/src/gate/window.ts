import { type Decision, momentText, ok, refuse } from '#libs/domain/kernel';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { windowEnding } from '../notices.js';

/**
 * Refuses `WINDOW_NOT_OVER` while a time that has to pass first has not: a public notice stands for the whole of its
 * last day, so that nothing goes on before the next one begins (R39). Without a known moment nobody can say that it is over.
 */
export function checkWindow(
  clock: string | undefined,
  { deadlines, awaited }: Pick<DossierState, 'deadlines' | 'awaited'>,
  { effectiveAt }: Pick<DossierContext, 'effectiveAt'>,
): Decision<void> {
  if (clock === undefined) return ok(undefined);
  const waits = [...awaited.values()].some((each) => each.clock === clock);
  const last = [...deadlines.values()].findLast(({ terms }) => terms.clock === clock);
  const until = waits || !last || last.state === 'paused' ? undefined : windowEnding(last.terms.dueAt).earliest;
  if (until !== undefined && until <= effectiveAt) return ok(undefined);
  return refuse('WINDOW_NOT_OVER', {
    rule: 'R39',
    ...(last ? { source: last.terms.source } : {}),
    params: { clock, until: until === undefined ? '?' : momentText(until) },
  });
}
