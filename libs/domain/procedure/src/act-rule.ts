import type { Role } from '#libs/domain/kernel';
import type { Act } from './act.js';
import { type RoleAtLevel, roleAtLevel } from './flow/role-at.js';
import { isActing, outcomeOf } from './flow/ways-out.js';
import type { ProcedureDocument } from './language/procedure.schema.js';
import type { Outcome, Way } from './language/step.schema.js';
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
  /** Beside the way: where it leads on, it ends all branches. */
  readonly beside?: true;
}

/** Whether an act is possible at a step, and how; `undefined` when the procedure does not know it there. */
export function actRule(procedure: ProcedureDocument, stepName: string, act: Act): ActRule | undefined {
  const step = procedure.steps[stepName];
  if (!step) return undefined;
  const way = isActing(step) ? step.acts[act] : undefined;
  if (way && isActing(step)) {
    const { to, leaves, outcomes, notBefore } = way;
    return {
      ...withRoles(everybody(way, step.roles), step.level),
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
    beside: true,
    ...withRoles(side.roles, step.level),
    notSameAs: side.notSameAs ?? [],
    ...(side.to ? { to: side.to } : {}),
  };
}

/** Whoever may do it, with one outcome or another. */
const everybody = ({ roles, outcomes = {} }: Way, ofStep: readonly string[]): readonly string[] => [
  ...(roles ?? ofStep),
  ...Object.values(outcomes).flatMap((outcome) => outcomeOf(outcome).roles ?? []),
];

function withRoles(roles: readonly string[], level: string): Pick<ActRule, 'roles' | 'actors'> {
  const actors = roles.map((text) => roleAtLevel(text, level));
  const once = actors.filter(
    (each, index) => actors.findIndex(({ role, level: at }) => role === each.role && at === each.level) === index,
  );
  return { actors: once, roles: [...new Set(once.map(({ role }) => role))] };
}

const mapped = (outcomes: Readonly<Record<string, string | Outcome>>): Record<string, Outcome> =>
  Object.fromEntries(Object.entries(outcomes).map(([name, value]) => [name, outcomeOf(value)]));

/** The roles that act at a step, without their levels. */
export function rolesAt(procedure: ProcedureDocument, stepName: string): readonly Role[] {
  const step = procedure.steps[stepName];
  return step && isActing(step) ? withRoles(step.roles, step.level).roles : [];
}

/** Who may choose an outcome of an act at a step; whoever may do the act, unless the outcome says otherwise. */
export function actorsOfOutcome(
  procedure: ProcedureDocument,
  stepName: string,
  act: Act,
  outcome: string,
): readonly RoleAtLevel[] {
  const step = procedure.steps[stepName];
  const way = step && isActing(step) ? step.acts[act] : undefined;
  if (!step || !isActing(step) || !way) return [];
  const chosen = way.outcomes?.[outcome];
  const own = chosen === undefined ? undefined : outcomeOf(chosen).roles;
  return withRoles(own ?? way.roles ?? step.roles, step.level).actors;
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
