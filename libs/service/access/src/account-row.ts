import type { Role } from '#libs/domain/kernel';
import type { Account } from './account.js';

/** An account as the table has it, under the name `a`. */
export interface AccountRow {
  id: string;
  name: string;
  email: string | null;
  unit_id: string;
  position_id: string;
  roles: Role[];
  language: 'vi' | 'en';
}

export const accountColumns = 'a.id, a.name, a.email, a.unit_id, a.position_id, a.roles, a.language';

export function toAccount({ id, name, email, unit_id: unitId, position_id: positionId, ...row }: AccountRow): Account {
  const { roles, language } = row;
  return { id, name, unitId, positionId, roles, language, ...(email === null ? {} : { email }) };
}
