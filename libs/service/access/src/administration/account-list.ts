import type { Instant } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';

/** An account as operators see it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: 'vi' | 'en';
  /** An invented person for trying things out. */
  readonly sample: boolean;
  readonly closedAt: Instant | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
}

/** All accounts in the order of their ids, from behind one. */
export async function listAccounts(
  database: Database,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly ListedAccount[]> {
  const { rows } = await database.query<{
    id: string;
    name: string;
    email: string | null;
    language: 'vi' | 'en';
    sample: boolean;
    closed_at: Instant | null;
    has_password: boolean;
    has_second_factor: boolean;
  }>(
    `select a.id, a.name, a.email, a.language, a.sample, a.closed_at,
       exists (select 1 from ops.password p where p.account_id = a.id) as has_password,
       exists (select 1 from ops.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as has_second_factor
     from ops.account a where $1::text is null or a.id > $1 order by a.id limit $2`,
    [after ?? null, limit],
  );
  return rows.map(({ closed_at: closedAt, has_password: hasPassword, has_second_factor: hasSecondFactor, ...row }) => ({
    ...row,
    closedAt,
    hasPassword,
    hasSecondFactor,
  }));
}
