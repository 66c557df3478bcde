import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';

/** What should have happened by now and has not: while a worker runs, both are empty but for a moment. */
export interface ReminderBacklog {
  /** Deadlines that have passed and whose miss is not recorded yet. */
  readonly unrecordedMisses: number;
  /** How long ago the oldest of them was due, in seconds; 0 when there is none. */
  readonly oldestMissSeconds: number;
  /** Rungs whose time has come and that were not rung. */
  readonly waitingRungs: number;
  /** How long ago the oldest of them should have rung, in seconds; 0 when there is none. */
  readonly oldestRungSeconds: number;
}

/** Asks both tables through their partial indexes. @param now by the office's clock. */
export async function reminderBacklog(connection: Queryable, now: Instant): Promise<ReminderBacklog> {
  const { rows } = await connection.query<ReminderBacklog>(
    `select m.count::int as "unrecordedMisses", m.seconds as "oldestMissSeconds",
       r.count::int as "waitingRungs", r.seconds as "oldestRungSeconds"
     from (select count(*), coalesce(extract(epoch from $1::timestamptz - min(due_at)), 0)::float8 as seconds
           from ops.deadline where state = 'running' and due_at < $1) m,
          (select count(*), coalesce(extract(epoch from $1::timestamptz - min(ring_at)), 0)::float8 as seconds
           from ops.rung where state = 'planned' and ring_at < $1) r`,
    [now],
  );
  return rows[0] ?? { unrecordedMisses: 0, oldestMissSeconds: 0, waitingRungs: 0, oldestRungSeconds: 0 };
}
