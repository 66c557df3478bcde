import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { type DeadlineKey, textOf } from './deadline-key.js';

/** A moment to come at which rungs are to be rung. */
export interface Moment {
  readonly ringAt: Instant;
  readonly rungs: number;
}

/** The moments after one and up to another, soonest first. */
export async function momentsToCome(
  connection: Queryable,
  { after, until, limit }: { readonly after: Instant; readonly until: Instant; readonly limit: number },
): Promise<readonly Moment[]> {
  const { rows } = await connection.query<{ ring_at: Instant; rungs: number }>(
    `select ring_at, count(*) as rungs from ops.rung
     where state = 'planned' and ring_at > $1 and ring_at <= $2 group by ring_at order by ring_at limit $3`,
    [after, until, limit],
  );
  return rows.map(({ ring_at, rungs }) => ({ ringAt: ring_at, rungs }));
}

/**
 * Takes rungs whose time has come, earliest first, and answers their deadlines, each once. Nobody else is given them until
 * the lease ends. Two rungs of one deadline may be taken by two workers: ringing it settles both, and the second finds
 * nothing to do.
 */
export async function takeDue(
  connection: Queryable,
  { now, limit, leaseMs }: { readonly now: Instant; readonly limit: number; readonly leaseMs: number },
): Promise<readonly DeadlineKey[]> {
  const { rows } = await connection.query<{ dossier_id: string; deadline_id: string; version: number }>(
    `with due as materialized (
       select dossier_id, deadline_id, version, rung from ops.rung
       where state = 'planned' and ring_at <= $1 and (claimed_until is null or claimed_until < clock_timestamp())
       order by ring_at limit $2 for update skip locked)
     update ops.rung r set claimed_until = clock_timestamp() + $3 * interval '1 millisecond' from due
     where (r.dossier_id, r.deadline_id, r.version, r.rung) = (due.dossier_id, due.deadline_id, due.version, due.rung)
     returning r.dossier_id, r.deadline_id, r.version`,
    [now, limit, leaseMs],
  );
  const keys = rows.map((row) => ({ dossierId: row.dossier_id, deadlineId: row.deadline_id, version: row.version }));
  return [...new Map(keys.map((key) => [textOf(key), key])).values()];
}

/** Gives back what could not be rung, for the next who looks. */
export async function giveBack(connection: Queryable, keys: readonly DeadlineKey[]): Promise<void> {
  await connection.query(
    `update ops.rung r set claimed_until = null from unnest($1::text[], $2::text[], $3::int[]) as k(dossier_id, deadline_id, version)
     where (r.dossier_id, r.deadline_id, r.version) = (k.dossier_id, k.deadline_id, k.version) and r.state = 'planned'`,
    [
      keys.map(({ dossierId }) => dossierId),
      keys.map(({ deadlineId }) => deadlineId),
      keys.map(({ version }) => version),
    ],
  );
}
