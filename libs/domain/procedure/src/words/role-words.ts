import type { Bilingual, Language } from '#libs/domain/kernel';
import type { RoleAtLevel } from '../flow/role-at.js';
import type { ActingRole } from '../language/names.schema.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/** What the roles that act are called; which position has one, the office says. */
export const actingRoleNames: Readonly<Record<ActingRole, Bilingual>> = {
  submitter: { vi: 'cán bộ đơn vị nộp hồ sơ', en: 'submitter' },
  officer: { vi: 'chuyên viên thẩm định', en: 'appraisal officer' },
  section_head: { vi: 'trưởng phòng', en: 'head of section' },
  secretary: { vi: 'thư ký Hội đồng', en: 'council secretary' },
  authority: { vi: 'người có thẩm quyền', en: 'authority' },
  clerk: { vi: 'văn thư', en: 'clerk' },
  system: { vi: 'hệ thống', en: 'system' },
};

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
  const name = Object.hasOwn(actingRoleNames, role) ? actingRoleNames[role][language] : role;
  return role === 'system' || level === here ? name : `${name} (${levelNameOf(procedure, level, language)})`;
}
