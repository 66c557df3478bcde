import type { Queryable } from '#libs/platform/postgres';

/** How many reactions were refused by a rule, and wait for somebody to look at them. */
export async function countReactionFailures(connection: Queryable): Promise<number> {
  const { rows } = await connection.query<{ count: number }>('select count(*)::int as count from ops.reaction_failure');
  return rows[0]?.count ?? 0;
}
