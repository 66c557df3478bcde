import type { Account } from './account.js';

/** An account as the table has it, under the name `a`. */
export interface AccountRow {
  id: string;
  name: string;
  email: string | null;
  language: 'vi' | 'en';
  default_position_id: string | null;
}

export const accountColumns = 'a.id, a.name, a.email, a.language, a.default_position_id';

export const toAccount = ({ id, name, email, language, ...row }: AccountRow): Account => ({
  id,
  name,
  language,
  ...(email === null ? {} : { email }),
  ...(row.default_position_id === null ? {} : { defaultPositionId: row.default_position_id }),
});
