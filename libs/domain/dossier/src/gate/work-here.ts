import type { Instant } from '#libs/domain/kernel';
import { type Act, actRule, type Procedure } from '#libs/domain/procedure';
import type { DossierState } from '../dossier.state.js';
import { type HeldRole, heldRoles } from '../events/work.events.js';
import { procedureFor } from './procedure-for.js';

/**
 * Whose work a dossier is at its step: the roles in which it may be claimed there, by the version that governs it on the
 * moment. None at its end, and none while that version is not loaded.
 */
export function workHere(
  state: DossierState,
  { now, versions }: { readonly now: Instant; readonly versions: readonly Procedure[] },
): readonly HeldRole[] {
  const procedure = procedureFor('claim', state, { effectiveAt: now, versions });
  return procedure.ok
    ? heldRoles.filter((role) => state.places.some((place) => workAt(procedure.value, place).includes(role)))
    : [];
}

/** The roles in which a dossier may be claimed at a step of a procedure. */
export function workAt(procedure: Procedure, step: string): readonly HeldRole[] {
  const roles = actRule(procedure, step, 'claim')?.roles ?? [];
  return heldRoles.filter((role) => roles.includes(role));
}

const aboutWork: ReadonlySet<string> = new Set([
  'claim',
  'assign',
  'release',
  'forward',
  'forward-by-submission',
  'receive-by-submission',
  'open-detached',
]);

/** Whether an act may change who holds the dossier: only then does its decision need to know who does. */
export function concernsWork(
  act: string,
  state: DossierState,
  { now, versions }: { readonly now: Instant; readonly versions: readonly Procedure[] },
): boolean {
  if (aboutWork.has(act)) return true;
  const procedure = procedureFor('claim', state, { effectiveAt: now, versions });
  if (!procedure.ok) return true;
  // At its end all of it ends; and what lies with another body is no more the work of this one.
  return state.places.some((place) => {
    const { to, outcomes = {} } = actRule(procedure.value, place, act as Act) ?? {};
    return [to, ...Object.values(outcomes).map((outcome) => outcome.to)].some((target) => {
      const step = target === undefined ? undefined : procedure.value.steps[target];
      return step?.kind === 'end' || (step !== undefined && step.level !== procedure.value.steps[place]?.level);
    });
  });
}

/** The unit in which a role's work on a dossier is done. */
export const unitOfWork = (
  role: HeldRole,
  { submittingUnitId, bodyId }: Pick<DossierState, 'submittingUnitId' | 'bodyId'>,
): string => (role === 'submitter' ? submittingUnitId : bodyId);
