import type { Actor } from '#libs/domain/kernel';

/** Which dossiers somebody may see: every one, those of a unit that submits, or those of a body that decides. */
export type ReadScope = { readonly all: true } | { readonly unitId: string } | { readonly bodyId: string };

const bodyRoles = ['officer', 'section_head', 'secretary', 'authority', 'clerk'] as const;

/**
 * What an account may read: auditors all, the officers of a body what was handed in to it, a unit its own. `undefined` for
 * who reads no dossiers at all, as the operators. What somebody may *do* is decided with the dossier, by its procedure.
 */
export function readScopeOf(actor: Actor): ReadScope | undefined {
  if (actor.roles.includes('auditor')) return { all: true };
  if (bodyRoles.some((role) => actor.roles.includes(role))) return { bodyId: actor.unitId };
  if (actor.roles.includes('submitter')) return { unitId: actor.unitId };
  return undefined;
}

/** Whether a scope covers a dossier. */
export function covers(
  scope: ReadScope,
  dossier: { readonly submittingUnitId: string; readonly bodyId: string },
): boolean {
  if ('all' in scope) return true;
  return 'unitId' in scope ? dossier.submittingUnitId === scope.unitId : dossier.bodyId === scope.bodyId;
}
