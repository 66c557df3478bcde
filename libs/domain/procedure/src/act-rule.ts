import type { Role } from '#libs/domain/kernel';
import type { Act, ProcedureAct } from './act.js';
import { type RoleAtLevel, roleAtLevel } from './flow/role-at.js';
import { isActing, outcomeOf } from './flow/ways-out.js';
import type { ProcedureDocument } from './language/procedure.schema.js';
import type { Outcome } from './language/step.schema.js';
import type { KnownQuorum, KnownThreshold, Vote } from './language/vote.schema.js';

/** How an act stands at a step: who may do it, who may not, and where it leads. */
export interface ActRule {
  readonly roles: readonly Role[];
  /** The same roles, each with the level at which it acts. */
  readonly actors: readonly RoleAtLevel[];
  readonly notSameAs: readonly Act[];
  readonly to?: string;
  /** The fork whose block the act leaves. */
  readonly leaves?: string;
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  /** The not-before clock that must have run out. */
  readonly notBefore?: string;
}

/** Whether an act is possible at a step, and how; `undefined` when the procedure does not know it there. */
export function actRule(procedure: ProcedureDocument, stepName: string, act: ProcedureAct): ActRule | undefined {
  const step = procedure.steps[stepName];
  if (!step) return undefined;
  const way = isActing(step) ? step.acts[act] : undefined;
  if (way && isActing(step)) {
    const { to, leaves, outcomes, notBefore } = way;
    return {
      ...withRoles(way.roles ?? step.roles, step.level),
      notSameAs: way.notSameAs ?? [],
      ...(to ? { to } : {}),
      ...(leaves ? { leaves } : {}),
      ...(outcomes ? { outcomes: mapped(outcomes) } : {}),
      ...(notBefore ? { notBefore } : {}),
    };
  }
  const side = procedure.sideActs[act];
  if (!side?.at.includes(stepName)) return undefined;
  return {
    ...withRoles(side.roles, step.level),
    notSameAs: side.notSameAs ?? [],
    ...(side.to ? { to: side.to } : {}),
  };
}

function withRoles(roles: readonly string[], level: string): Pick<ActRule, 'roles' | 'actors'> {
  const actors = roles.map((text) => roleAtLevel(text, level));
  return { actors, roles: [...new Set(actors.map(({ role }) => role))] };
}

const mapped = (outcomes: Readonly<Record<string, string | Outcome>>): Record<string, Outcome> =>
  Object.fromEntries(Object.entries(outcomes).map(([name, value]) => [name, outcomeOf(value)]));

/** The roles that act at a step, without their levels. */
export function rolesAt(procedure: ProcedureDocument, stepName: string): readonly Role[] {
  const step = procedure.steps[stepName];
  return step && isActing(step) ? withRoles(step.roles, step.level).roles : [];
}

/** The vote that a council holds at a step. */
export function voteAt(procedure: ProcedureDocument, stepName: string): Vote | undefined {
  const step = procedure.steps[stepName];
  return step?.kind === 'vote' ? procedure.votes[step.vote] : undefined;
}

/** Whether a figure of a vote is known; an unknown one is written down and never computed with. */
export const isKnown = <F extends KnownQuorum | KnownThreshold>(
  figure: F | { readonly value: 'unknown' },
): figure is F => 'numerator' in figure;
