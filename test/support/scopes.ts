import { type ReadScope, readScopeOf } from '#libs/service/access';

const scopeIn = (unitId: string, role: 'submitter' | 'officer' | 'council_member'): ReadScope => {
  const scope = readScopeOf({ roles: [role], unitId });
  if (!scope) throw new Error(`A ${role} reads dossiers.`);
  return scope;
};

/** What the people of a submitting unit see. */
export const ofUnit = (unitId: string): ReadScope => scopeIn(unitId, 'submitter');

/** What the officers of a body see. */
export const ofBody = (bodyId: string): ReadScope => scopeIn(bodyId, 'officer');
