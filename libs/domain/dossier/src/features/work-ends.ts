import type { Act, Procedure } from '#libs/domain/procedure';
import type { FactsOfAnAct } from '../clocks/deadline-book.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { heldRoles } from '../events/work.events.js';
import { holdersNow, released } from './work.decision.js';

/**
 * Ends what nobody can hold any more, in the same append: at the dossier's end all of it, and when it goes up to another
 * body the work of the one it left. The submitting unit keeps its own.
 */
export function endWork(
  facts: FactsOfAnAct,
  {
    act,
    before,
    procedure,
    context,
  }: {
    readonly act: Act;
    readonly before: DossierState;
    readonly procedure: Procedure;
    readonly context: DossierContext;
  },
): void {
  const { step, bodyId } = facts.dossier;
  const ended = procedure.steps[step]?.kind === 'end' && procedure.steps[before.step]?.kind !== 'end';
  if (!ended && bodyId === before.bodyId) return;
  const holders = holdersNow(before, context);
  for (const role of heldRoles) {
    const holder = holders[role];
    if (holder && (ended || role !== 'submitter')) facts.add(released(role, holder, { cause: act }));
  }
}
