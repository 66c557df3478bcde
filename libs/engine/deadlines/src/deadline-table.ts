import type { DeadlineState } from '#libs/domain/dossier';
import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import type { DeadlineKey } from './deadline-key.js';

type WatchState = 'running' | 'paused' | 'missed' | 'closed';

const watchState = ({ state }: DeadlineState): WatchState =>
  state === 'met' || state === 'cancelled' ? 'closed' : state;

/**
 * Writes what the log says of a deadline, and takes its lock. False when a planner that saw more of the dossier was here
 * before: then nothing may be changed.
 */
export async function watchDeadline(
  connection: Queryable,
  dossier: { readonly id: string; readonly revision: number },
  deadline: DeadlineState,
): Promise<boolean> {
  const { deadlineId, version, dueAt } = deadline.terms;
  const { rows } = await connection.query(
    `insert into ops.deadline as d (dossier_id, deadline_id, version, due_at, state, revision)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (dossier_id, deadline_id) do update
       set version = excluded.version, due_at = excluded.due_at, state = excluded.state, revision = excluded.revision
       where d.revision <= excluded.revision
     returning 1`,
    [dossier.id, deadlineId, version, dueAt, watchState(deadline), dossier.revision],
  );
  return rows.length === 1;
}

/** Closes the deadlines that the dossier has no more, and answers their ids. */
export async function closeOthers(
  connection: Queryable,
  dossier: { readonly id: string; readonly revision: number },
  deadlineIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await connection.query<{ deadline_id: string }>(
    `update ops.deadline set state = 'closed', revision = $2
     where dossier_id = $1 and deadline_id <> all($3::text[]) and revision <= $2 and state <> 'closed'
     returning deadline_id`,
    [dossier.id, dossier.revision, deadlineIds],
  );
  return rows.map((row) => row.deadline_id);
}

export interface OverdueDeadline extends DeadlineKey {
  readonly dueAt: Instant;
}

/**
 * Running deadlines whose moment has passed, those first that were never asked about: one that is refused again and again
 * never stands in the way of the others. Notes that they are being asked about.
 */
export async function takeOverdue(
  connection: Queryable,
  now: Instant,
  limit: number,
): Promise<readonly OverdueDeadline[]> {
  const { rows } = await connection.query<{
    dossier_id: string;
    deadline_id: string;
    version: number;
    due_at: Instant;
  }>(
    `update ops.deadline d set miss_asked_at = clock_timestamp()
     from (select dossier_id, deadline_id from ops.deadline
           where state = 'running' and due_at <= $1
           order by miss_asked_at nulls first, due_at limit $2 for update skip locked) o
     where d.dossier_id = o.dossier_id and d.deadline_id = o.deadline_id
     returning d.dossier_id, d.deadline_id, d.version, d.due_at`,
    [now, limit],
  );
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    deadlineId: row.deadline_id,
    version: row.version,
    dueAt: row.due_at,
  }));
}
