import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';

/** The latest event that a projection could not take in, and why: nothing of what is in it. */
export interface LastDeadLetter {
  readonly projection: string;
  readonly version: number;
  readonly code: string;
  readonly type: string;
  readonly at: Instant;
}

/** Of each projection with parked events. Those that only wait behind another one say nothing about the cause. */
export async function lastDeadLetters(connection: Queryable): Promise<readonly LastDeadLetter[]> {
  const { rows } = await connection.query<LastDeadLetter & Record<string, unknown>>(
    `select distinct on (projection, version) projection, version, error_code as code, type, tried_at as at
     from read.dead_letter where place = 'live' and error_code <> 'BEHIND_DEAD_LETTER'
     order by projection, version, tried_at desc`,
  );
  return rows;
}
