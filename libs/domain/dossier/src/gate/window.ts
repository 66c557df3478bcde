import { type Decision, momentText, ok, refuse, type RuleId, UNKNOWN } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { windowEnding } from '../notices.js';

/**
 * Refuses `WINDOW_NOT_OVER` while a time that has to pass first has not: a public notice stands for the whole of its
 * last day, so that nothing goes on before the next one begins. The rule is the one that the clock names. Without a known moment nobody can say that
 * it is over.
 */
export function checkWindow(
  clock: string | undefined,
  { clocks }: Pick<Procedure, 'clocks'>,
  { deadlines, awaited }: Pick<DossierState, 'deadlines' | 'awaited'>,
  { effectiveAt }: Pick<DossierContext, 'effectiveAt'>,
): Decision<void> {
  if (clock === undefined) return ok(undefined);
  const waits = [...awaited.values()].some((each) => each.clock === clock);
  const last = [...deadlines.values()].findLast(({ terms }) => terms.clock === clock);
  const until = waits || !last || last.state === 'paused' ? undefined : windowEnding(last.terms.dueAt).earliest;
  if (until !== undefined && until <= effectiveAt) return ok(undefined);
  return refuse('WINDOW_NOT_OVER', {
    ...groundOfClock(clock, clocks, last?.terms.source),
    params: { clock, until: until === undefined ? UNKNOWN : momentText(until) },
  });
}

/** By which rule a clock has to be waited for, and where that stands: as it was when the clock began, else as the procedure says. */
export function groundOfClock(
  clock: string,
  clocks: Procedure['clocks'],
  begun?: string,
): { readonly rule?: RuleId; readonly source?: string } {
  const { rule, limit } = clocks[clock] ?? {};
  const source = begun ?? limit?.source;
  return { ...(rule === undefined ? {} : { rule }), ...(source === undefined ? {} : { source }) };
}
