import { type Decision, type Role, ok, refuse } from '#libs/domain/kernel';
import { type Act, type Procedure, actRule } from '#libs/domain/procedure';
import type { DecisionStage, DecisionState, MaybeDecision } from '../decision.state.js';
import type { ApprovedNominee, DossierFacts } from '../dossier-facts.js';
import { type Multiple, type Multiples, multiplesOf, type PrizeClass } from '../prize.js';
import type { DecisionContext } from './decision.context.js';

/** A dossier that can be decided: received, so that its procedure is bound. */
export type BoundDossier = DossierFacts & { readonly procedure: Procedure };

/** Something that stands in a list of recipients. */
export interface Listed {
  readonly dossierId: string;
  readonly nomineeId: string;
}

/** The decision, if it is in the stage that the command needs. */
export function inStage(state: MaybeDecision, stage: DecisionStage, context: DecisionContext): Decision<DecisionState> {
  if (!state) return refuse('NOT_FOUND', { params: { what: context.decisionId } });
  return state.stage === stage ? ok(state) : refuse('DECISION_NOT_IN_STATE', { params: { state: state.stage } });
}

/** The decision, if it is issued and the actor stands for the body that decided (R55). */
export function issuedByOwnBody(state: MaybeDecision, context: DecisionContext): Decision<DecisionState> {
  const issued = inStage(state, 'issued', context);
  if (!issued.ok) return issued;
  return issued.value.bodyId === context.actor.unitId ? issued : refuse('NOT_THE_DECIDING_BODY', { rule: 'R55' });
}

/** Whether something is allowed for one of these at least; else the first no. One of each dossier will do: its procedure rules over all of them. */
export function allowedForOne<L extends Pick<Listed, 'dossierId'>>(
  recipients: readonly L[],
  ask: (recipient: L) => Decision<void>,
): Decision<void> {
  let first: Decision<void> = ok(undefined);
  for (const recipient of new Map(recipients.map((each) => [each.dossierId, each])).values()) {
    const allowed = ask(recipient);
    if (allowed.ok) return allowed;
    if (first.ok) first = allowed;
  }
  return first;
}

/** The dossiers by id, each there, of the actor's body, bound to a procedure and at a step that knows the act. */
export function boundDossiers(
  ids: Iterable<string>,
  act: Act,
  { dossiers, actor }: DecisionContext,
): Decision<ReadonlyMap<string, BoundDossier>> {
  const known = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  const bound = new Map<string, BoundDossier>();
  for (const id of ids) {
    const dossier = known.get(id);
    if (!dossier) return refuse('NOT_FOUND', { params: { what: id } });
    if (dossier.bodyId !== actor.unitId) return refuse('OTHER_UNIT');
    const { procedure } = dossier;
    if (!procedure || !actRule(procedure, dossier.step, act)) {
      return refuse('DOSSIER_NOT_READY_FOR_DECISION', { params: { dossier: id } });
    }
    bound.set(id, { ...dossier, procedure });
  }
  return ok(bound);
}

/** The procedures that rule over these recipients, wherever their dossiers stand now. */
export function proceduresOf(
  recipients: readonly Pick<Listed, 'dossierId'>[],
  { dossiers }: DecisionContext,
): Decision<readonly { readonly procedure: Procedure }[]> {
  const procedures = new Map(dossiers.map(({ id, procedure }) => [id, procedure]));
  const found: { readonly procedure: Procedure }[] = [];
  for (const dossierId of new Set(recipients.map(({ dossierId }) => dossierId))) {
    const procedure = procedures.get(dossierId);
    if (!procedure) return refuse('NOT_FOUND', { params: { what: dossierId } });
    found.push({ procedure });
  }
  return ok(found);
}

/** The actor holds, for every dossier, one of the roles that its procedure names for this. */
export function roleAllowed(
  dossiers: Iterable<{ readonly procedure: Procedure }>,
  rolesFor: (procedure: Procedure) => readonly Role[],
  { actor }: DecisionContext,
): Decision<void> {
  for (const { procedure } of dossiers) {
    const roles = rolesFor(procedure);
    if (!roles.some((role) => actor.roles.includes(role))) return refuse('POSITION_NOT_ALLOWED', { params: { roles } });
  }
  return ok(undefined);
}

/** No award while something is being verified (R18). */
export function noneSuspended(dossiers: Iterable<DossierFacts>): Decision<void> {
  for (const { id, suspended } of dossiers) {
    if (suspended) return refuse('DECISION_DOSSIER_SUSPENDED', { rule: 'R18', params: { dossier: id } });
  }
  return ok(undefined);
}

/** The approved nominees behind a list, in its order. Refuses `NOMINEE_NOT_ELIGIBLE`, naming those without approval. */
export function approvedOf<L extends Listed>(
  listed: readonly L[],
  dossiers: ReadonlyMap<string, BoundDossier>,
): Decision<readonly { readonly listed: L; readonly nominee: ApprovedNominee }[]> {
  const approved = new Map<string, ApprovedNominee>();
  for (const dossier of dossiers.values()) {
    for (const nominee of dossier.approved) approved.set(`${dossier.id}/${nominee.id}`, nominee);
  }
  const found = listed.map((each) => ({ listed: each, nominee: approved.get(`${each.dossierId}/${each.nomineeId}`) }));
  const missing = found.filter(({ nominee }) => !nominee).map(({ listed }) => listed);
  if (missing.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: named(missing) } });
  return ok(found.flatMap(({ listed, nominee }) => (nominee ? [{ listed, nominee }] : [])));
}

/**
 * What each kind in the list is paid, in each grade. Dossiers under two versions of one procedure may share a decision as long as
 * they agree on it: the decision prints one prize per kind and grade. Refuses `PRIZE_UNKNOWN`, and `PRIZES_DIFFER` (R48).
 */
export function agreedMultiples(
  recipients: readonly (PrizeClass & { readonly dossierId: string })[],
  dossiers: ReadonlyMap<string, BoundDossier>,
): Decision<Multiples> {
  const agreed = new Map<string, Multiple | 'unknown'>();
  for (const { id, procedure } of dossiers.values()) {
    const multiples = multiplesOf(
      recipients.filter(({ dossierId }) => dossierId === id),
      procedure,
    );
    if (!multiples.ok) return multiples;
    for (const [subject, other] of multiples.value) {
      const one = agreed.get(subject);
      if (one && !isSame(one, other)) return refuse('PRIZES_DIFFER', { rule: 'R48', params: { subject } });
      agreed.set(subject, other);
    }
  }
  return ok(agreed);
}

const isSame = (one: Multiple | 'unknown', other: Multiple | 'unknown'): boolean =>
  one === 'unknown' || other === 'unknown'
    ? one === other
    : one.numerator * other.denominator === other.numerator * one.denominator;

/** Nominees as a refusal names them: ids only, with their dossier. */
export const named = (listed: readonly Listed[]): readonly string[] =>
  listed.map(({ dossierId, nomineeId }) => `${dossierId}/${nomineeId}`);
