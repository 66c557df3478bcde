import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import type { RungKey } from './deadline-key.js';

/** A planned rung and the job that stands for it in the queue. */
export interface PendingBell extends RungKey {
  readonly ringAt: Instant;
  /** The number of its latest job; 0 when it never had one. */
  readonly attempt: number;
}

interface BellRow {
  readonly dossier_id: string;
  readonly deadline_id: string;
  readonly version: number;
  readonly rung: string;
  readonly ring_at: Instant;
  readonly attempt: number;
}

const bellOf = (row: BellRow): PendingBell => ({
  dossierId: row.dossier_id,
  deadlineId: row.deadline_id,
  version: row.version,
  rung: row.rung,
  ringAt: row.ring_at,
  attempt: row.attempt,
});

const COLUMNS = 'r.dossier_id, r.deadline_id, r.version, r.rung, r.ring_at, r.attempt';
const SAME = '(r.dossier_id, r.deadline_id, r.version, r.rung) = (p.dossier_id, p.deadline_id, p.version, p.rung)';

/** Rungs to come soon that do not hang in the queue, or not for sure any more; notes that they do now. */
export async function takeBellsToArm(
  connection: Queryable,
  options: { readonly now: Instant; readonly until: Instant; readonly rearmEveryMs: number; readonly limit: number },
): Promise<readonly PendingBell[]> {
  const { now, until, rearmEveryMs, limit } = options;
  const { rows } = await connection.query<BellRow>(
    `update ops.rung r set armed_at = clock_timestamp(), attempt = greatest(r.attempt, 1)
     from (select dossier_id, deadline_id, version, rung from ops.rung
           where state = 'planned' and ring_at > $1 and ring_at <= $2
             and (armed_at is null or armed_at < clock_timestamp() - $3 * interval '1 millisecond')
           order by ring_at limit $4 for update skip locked) p
     where ${SAME}
     returning ${COLUMNS}`,
    [now, until, rearmEveryMs, limit],
  );
  return rows.map(bellOf);
}

/** Of each deadline with rungs whose time has come, the latest: ringing it settles the earlier ones too. */
export async function dueBells(connection: Queryable, now: Instant, limit: number): Promise<readonly PendingBell[]> {
  const { rows } = await connection.query<BellRow>(
    `select * from (
       select distinct on (r.dossier_id, r.deadline_id, r.version) ${COLUMNS} from ops.rung r
       where r.state = 'planned' and r.ring_at <= $1
       order by r.dossier_id, r.deadline_id, r.version, r.ring_at desc) as r
     order by r.ring_at limit $2`,
    [now, limit],
  );
  return rows.map(bellOf);
}

/** Counts one more job for a bell. False when another sweep was faster. */
export async function noteAttempt(connection: Queryable, bell: PendingBell): Promise<boolean> {
  const { rows } = await connection.query(
    `update ops.rung set attempt = attempt + 1, armed_at = clock_timestamp()
     where dossier_id = $1 and deadline_id = $2 and version = $3 and rung = $4 and attempt = $5 and state = 'planned'
     returning 1`,
    [bell.dossierId, bell.deadlineId, bell.version, bell.rung, bell.attempt],
  );
  return rows.length === 1;
}
