import type { Queryable } from '#libs/platform/postgres';

/** Messages in a state in which somebody or something still has to do with them. */
export interface OpenDeliveries {
  readonly state: string;
  readonly count: number;
  /** How long the oldest of them has been in it, in seconds. */
  readonly oldestSeconds: number;
}

/** The messages that are neither sent nor suppressed, by state. */
export async function openDeliveries(connection: Queryable): Promise<readonly OpenDeliveries[]> {
  const { rows } = await connection.query<OpenDeliveries>(
    `select state, count(*)::int as count,
       greatest(0, extract(epoch from clock_timestamp() - min(changed_at)))::float8 as "oldestSeconds"
     from ops.delivery where state not in ('sent', 'suppressed') group by state`,
  );
  return rows;
}
