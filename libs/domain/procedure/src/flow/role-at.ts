import type { ActingRole } from '../language/names.schema.js';

/** A role at a level of the administration. */
export interface RoleAtLevel {
  readonly role: ActingRole;
  readonly level: string;
}

/** Reads `officer@MP`; a role without a level acts at the level of the step. */
export function roleAtLevel(text: string, levelOfStep: string): RoleAtLevel {
  const [role = '', level = levelOfStep] = text.split('@');
  return { role: role as ActingRole, level };
}
