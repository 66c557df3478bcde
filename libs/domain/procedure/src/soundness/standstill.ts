import { possibleWhileSuspended } from '../act.js';
import { actRule } from '../act-rule.js';
import { enteredAt } from '../flow/marking.js';
import { isActing, waysOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/**
 * The steps at which a suspended dossier may lie and from which nobody can let it go on: where it is suspended, and wherever it
 * is led by what happens outside meanwhile, such as the issuing of its decision.
 */
export function withoutResumption(procedure: ProcedureDocument): readonly string[] {
  const { steps } = procedure;
  const standing = Object.keys(steps).filter((name) => actRule(procedure, name, 'suspend') !== undefined);
  const seen = new Set(standing);
  for (const name of seen) {
    const step = steps[name];
    if (!step) continue;
    for (const { act, to } of waysOut(name, step)) {
      if (!possibleWhileSuspended.has(act)) continue;
      for (const entered of enteredAt(procedure, to)) {
        const there = steps[entered];
        if (there && isActing(there)) seen.add(entered);
      }
    }
  }
  return [...seen].filter((name) => actRule(procedure, name, 'resume') === undefined);
}
