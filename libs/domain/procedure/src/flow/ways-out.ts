import type { Act } from '../act.js';
import type { Outcome, Step } from '../language/step.schema.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/** One way out of a step: what is done there, with which outcome, and where it leads. */
export interface WayOut {
  readonly act: Act;
  readonly outcome?: string;
  readonly to: string;
  /** The fork whose block it leaves. */
  readonly leaves?: string;
  /** Who may take it, as the procedure writes it. */
  readonly roles: readonly string[];
  /** The path of the target in the file. */
  readonly path: string;
}

/** Every way out of a step, in the order of the file. Forks, joins and ends have none that anybody takes. */
export function waysOut(name: string, step: Step): readonly WayOut[] {
  if (!isActing(step)) return [];
  return Object.entries(step.acts).flatMap(([key, way]) => {
    if (way === undefined) return [];
    const act = key as Act;
    const roles = way.roles ?? step.roles;
    const path = `steps.${name}.acts.${act}`;
    const out: WayOut[] = [];
    if (way.to !== undefined) {
      out.push({
        act,
        to: way.to,
        roles,
        path: `${path}.to`,
        ...(way.leaves === undefined ? {} : { leaves: way.leaves }),
      });
    }
    for (const [outcome, value] of Object.entries(way.outcomes ?? {})) {
      const { to, leaves, roles: own } = outcomeOf(value);
      out.push({
        act,
        outcome,
        to,
        roles: own ?? roles,
        path: `${path}.outcomes.${outcome}`,
        ...(leaves === undefined ? {} : { leaves }),
      });
    }
    return out;
  });
}

/** An outcome that is written as the bare name of the next step asks nothing more. */
export const outcomeOf = (value: string | Outcome): Outcome =>
  typeof value === 'string' ? { to: value, reason: 'none' } : value;

/** The clocks that have to run out before a way out of a step is open. */
export function windowsOf(step: Step): readonly { readonly act: Act; readonly clock: string }[] {
  if (!isActing(step)) return [];
  return Object.entries(step.acts).flatMap(([act, { notBefore, outcomes = {} }]) =>
    [notBefore, ...Object.values(outcomes).map((outcome) => outcomeOf(outcome).notBefore)].flatMap((clock) =>
      clock === undefined ? [] : [{ act: act as Act, clock }],
    ),
  );
}

/** Whether something is done at a step, or the dossier only passes through it. */
export const isActing = (step: Step): step is Extract<Step, { readonly acts: unknown }> => 'acts' in step;

/** The branches of a fork, in the order of the file. */
export const branchesOf = (procedure: ProcedureDocument, fork: string): readonly string[] => {
  const step = procedure.steps[fork];
  return step?.kind === 'fork' ? Object.values(step.branches) : [];
};
