import type { Actor } from '#libs/domain/kernel';

/**
 * Whether a reader of a dossier may know the name of somebody who acted on it in a unit: auditors, the people of that unit, and
 * who works for the body before which the dossier lies. A unit that submits reads of the others position and unit only: whom it
 * deals with is the office, not a person.
 */
export const mayKnowNames = (reader: Actor, unitOfActor: string, { bodyId }: { readonly bodyId: string }): boolean =>
  reader.roles.includes('auditor') || reader.unitId === unitOfActor || reader.unitId === bodyId;
