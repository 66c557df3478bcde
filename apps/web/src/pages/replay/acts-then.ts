import { type Language, roleNames } from '#libs/domain/kernel';
import { actName, actRule, acts, possibleWhileSuspended, type ProcedureDocument } from '#libs/domain/procedure';
import type { DossierView } from '#libs/domain/dossier';

/** What somebody in one role could do. */
export interface ActsOfRole {
  readonly role: string;
  readonly acts: readonly string[];
}

/** Who works on a dossier, not what becomes of it. */
const ABOUT_WHO = new Set(['claim', 'assign', 'release']);

/**
 * What the procedure let people do with the dossier in a state, role by role: at all its places, and only what may be done to one
 * that stands still where it does. What papers, time or persons forbade besides is told by the refusals, not here.
 */
export function actsThen(
  { places, step, suspended }: Pick<DossierView, 'places' | 'step' | 'suspended'>,
  procedure: ProcedureDocument,
  language: Language,
): readonly ActsOfRole[] {
  const byRole = new Map<string, Set<string>>();
  for (const act of acts) {
    if (ABOUT_WHO.has(act) || (suspended && !possibleWhileSuspended.has(act))) continue;
    for (const place of places.length > 0 ? places : [step]) {
      for (const role of actRule(procedure, place, act)?.roles ?? []) {
        if (role === 'system') continue;
        const name = roleNames[role][language];
        byRole.set(name, (byRole.get(name) ?? new Set()).add(actName(act, language)));
      }
    }
  }
  return [...byRole].map(([role, names]) => ({ role, acts: [...names] }));
}
