import { type Act } from '../act.js';
import { actorsOfOutcome, actRule } from '../act-rule.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { type RoleAtLevel } from './role-at.js';
import { branchesOf, isActing, waysOut } from './ways-out.js';

/** One act by which a dossier goes on towards its award. */
export interface Move {
  readonly act: Act;
  /** The step at which it is done. */
  readonly at: string;
  readonly outcome?: string;
  readonly to: string;
  /** Who may do it, as the file says. */
  readonly actors: readonly RoleAtLevel[];
  /** The file asks for a reason. */
  readonly reasoned: boolean;
  /** The clock that has to have run out before. */
  readonly notBefore?: string;
}

/**
 * The ways by which a step leads on to a granted end without coming back to it, in the order of the file: its first is the main
 * one. Whatever is sent back, refused, put off or asked for again leads nowhere or through the same step once more.
 */
export function movesOn(procedure: ProcedureDocument, at: string): readonly Move[] {
  const step = procedure.steps[at];
  if (!step || !isActing(step)) return [];
  const goesOn = reachesGranted(procedure, at);
  return waysOut(at, step)
    .filter(({ to }) => goesOn(to))
    .map(({ act, outcome, to }): Move => {
      const rule = actRule(procedure, at, act);
      const chosen = outcome === undefined ? undefined : rule?.outcomes?.[outcome];
      const notBefore = chosen?.notBefore ?? rule?.notBefore;
      return {
        act,
        at,
        to,
        ...(outcome === undefined ? {} : { outcome }),
        actors: outcome === undefined ? (rule?.actors ?? []) : actorsOfOutcome(procedure, at, act, outcome),
        reasoned: chosen?.reason === 'required',
        ...(notBefore === undefined ? {} : { notBefore }),
      };
    });
}

/** Whether a granted end can be reached from a step without passing another one. */
function reachesGranted(procedure: ProcedureDocument, without: string): (from: string) => boolean {
  const known = new Map<string, boolean>();
  const reaches = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    // A way that comes back to itself has not arrived anywhere.
    known.set(name, false);
    const step = procedure.steps[name];
    const found =
      name !== without && (step?.kind === 'end' ? step.outcome === 'granted' : after(procedure, name).some(reaches));
    known.set(name, found);
    return found;
  };
  // Each question is asked anew: what was found on the way of another one may have been cut short by it.
  return (from) => {
    known.clear();
    return reaches(from);
  };
}

function after(procedure: ProcedureDocument, name: string): readonly string[] {
  const step = procedure.steps[name];
  if (!step) return [];
  if (step.kind === 'fork') return branchesOf(procedure, name);
  return step.kind === 'join' ? [step.to] : waysOut(name, step).map(({ to }) => to);
}
