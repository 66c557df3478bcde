import type { DeadlineState, DossierState } from '#libs/domain/dossier';
import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import type { DeadlineKey } from './deadline-key.js';

type WatchState = 'running' | 'paused' | 'missed' | 'closed';

const watchState = ({ state }: DeadlineState): WatchState =>
  state === 'met' || state === 'cancelled' ? 'closed' : state;

/** A clock of a dossier, as a fold of the log showed it. */
export interface SeenDeadline {
  readonly dossier: DossierState;
  readonly deadline: DeadlineState;
}

/**
 * Writes what the log says of deadlines, and takes their locks, in the order given. Answers those that were written: the
 * others were seen by a planner that knew more of the dossier, and nothing of them may be changed.
 */
export async function watchDeadlines(
  connection: Queryable,
  seen: readonly SeenDeadline[],
): Promise<readonly SeenDeadline[]> {
  const { rows } = await connection.query<{ dossier_id: string; deadline_id: string }>(
    `insert into ops.deadline as d (dossier_id, deadline_id, version, due_at, state, revision)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[], $5::text[], $6::int[])
     on conflict (dossier_id, deadline_id) do update
       set version = excluded.version, due_at = excluded.due_at, state = excluded.state, revision = excluded.revision
       where d.revision <= excluded.revision
     returning dossier_id, deadline_id`,
    [
      seen.map(({ dossier }) => dossier.id),
      seen.map(({ deadline }) => deadline.terms.deadlineId),
      seen.map(({ deadline }) => deadline.terms.version),
      seen.map(({ deadline }) => deadline.terms.dueAt),
      seen.map(({ deadline }) => watchState(deadline)),
      seen.map(({ dossier }) => dossier.revision),
    ],
  );
  const written = new Set(rows.map((row) => `${row.dossier_id}/${row.deadline_id}`));
  return seen.filter(({ dossier, deadline }) => written.has(`${dossier.id}/${deadline.terms.deadlineId}`));
}

/** Closes the deadlines that the dossiers have no more, and answers them. */
export async function closeVanished(
  connection: Queryable,
  dossiers: readonly DossierState[],
): Promise<readonly { readonly dossierId: string; readonly deadlineId: string }[]> {
  const there = dossiers.flatMap(({ id, deadlines }) => [...deadlines.keys()].map((deadlineId) => [id, deadlineId]));
  const { rows } = await connection.query<{ dossier_id: string; deadline_id: string }>(
    `update ops.deadline d set state = 'closed', revision = s.revision
     from unnest($1::text[], $2::int[]) as s(dossier_id, revision)
     where d.dossier_id = s.dossier_id and d.revision <= s.revision and d.state <> 'closed' and not exists (
       select from unnest($3::text[], $4::text[]) as t(dossier_id, deadline_id)
       where (t.dossier_id, t.deadline_id) = (d.dossier_id, d.deadline_id))
     returning d.dossier_id, d.deadline_id`,
    [
      dossiers.map(({ id }) => id),
      dossiers.map(({ revision }) => revision),
      there.map(([dossierId]) => dossierId),
      there.map(([, deadlineId]) => deadlineId),
    ],
  );
  return rows.map((row) => ({ dossierId: row.dossier_id, deadlineId: row.deadline_id }));
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

/** Dossiers with a deadline that runs, or was missed and not met since, in the order of their ids, after one of them. */
export async function openDossiersAfter(
  connection: Queryable,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `select distinct dossier_id collate "C" as id from ops.deadline
     where state in ('running', 'missed') and dossier_id collate "C" > $1 order by id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}
