import type { Queryable } from '#libs/platform/postgres';

/** Letters in a state in which somebody or something still has to do with them. */
export interface OpenDeliveries {
  readonly state: string;
  readonly count: number;
  /** How long the oldest of them could have left already, in seconds; 0 where none could yet. */
  readonly oldestSeconds: number;
}

/** The letters that are neither sent nor out of date, by state. */
export async function openDeliveries(connection: Queryable): Promise<readonly OpenDeliveries[]> {
  const { rows } = await connection.query<OpenDeliveries>(
    `select state, count(*)::int as count,
       greatest(0, extract(epoch from clock_timestamp() - min(next_attempt_at)))::float8 as "oldestSeconds"
     from ops.delivery where state not in ('sent', 'lapsed') group by state`,
  );
  return rows;
}
