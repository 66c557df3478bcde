import { type Language, roleNames } from '#libs/domain/kernel';
import type { RoleAtLevel } from '../flow/role-at.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/** A level by its name; one that the procedure does not know is answered by its code. */
export const levelNameOf = ({ levels }: Pick<ProcedureDocument, 'levels'>, level: string, language: Language): string =>
  levels.find(({ code }) => code === level)?.names[language] ?? level;

/** A role and where it acts: `chuyên viên thẩm định (Bộ Nội vụ)`; at `here` without saying so. */
export function actorText(
  procedure: Pick<ProcedureDocument, 'levels'>,
  { role, level }: RoleAtLevel,
  language: Language,
  here?: string,
): string {
  const name = Object.hasOwn(roleNames, role) ? roleNames[role][language] : role;
  return role === 'system' || level === here ? name : `${name} (${levelNameOf(procedure, level, language)})`;
}
