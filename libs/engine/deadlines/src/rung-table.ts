import type { PlannedRung } from '#libs/domain/calendar';
import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import type { DeadlineKey, RungKey } from './deadline-key.js';

export type RungState = 'planned' | 'rung' | 'skipped' | 'cancelled';

export interface RungRow {
  readonly rung: string;
  readonly state: RungState;
  readonly ringAt: Instant;
}

const key = ({ dossierId, deadlineId, version }: DeadlineKey) => [dossierId, deadlineId, version];

/**
 * Takes the deadline's lock until the transaction ends: whoever changes its rungs holds it, so that two workers never ring
 * one bell. False when the planner has not seen the deadline yet.
 */
export async function lockDeadline(connection: Queryable, { dossierId, deadlineId }: DeadlineKey): Promise<boolean> {
  const { rows } = await connection.query(
    `select 1 from ops.deadline where dossier_id = $1 and deadline_id = $2 for update`,
    [dossierId, deadlineId],
  );
  return rows.length === 1;
}

/** The rungs of one version, in order of their moments. */
export async function rungsOf(connection: Queryable, deadline: DeadlineKey): Promise<readonly RungRow[]> {
  const { rows } = await connection.query<{ rung: string; state: RungState; ring_at: Instant }>(
    `select rung, state, ring_at from ops.rung
     where dossier_id = $1 and deadline_id = $2 and version = $3 order by ring_at`,
    key(deadline),
  );
  return rows.map(({ rung, state, ring_at }) => ({ rung, state, ringAt: ring_at }));
}

/**
 * Brings the rungs still to come to what is planned now: new ones are added, moved ones move, those withdrawn while the
 * clock stood still come back, and those no longer in the plan are cancelled. What was rung or skipped stays.
 */
export async function writePlan(
  connection: Queryable,
  deadline: DeadlineKey,
  plan: readonly PlannedRung[],
): Promise<void> {
  await connection.query(
    `insert into ops.rung as r (dossier_id, deadline_id, version, rung, ring_at, state, recipients, channels)
     select $1, $2, $3, p.rung, p.ring_at, 'planned', string_to_array(p.recipients, ','), string_to_array(p.channels, ',')
     from unnest($4::text[], $5::timestamptz[], $6::text[], $7::text[]) as p(rung, ring_at, recipients, channels)
     on conflict (dossier_id, deadline_id, version, rung) do update
       set ring_at = excluded.ring_at, state = 'planned', reason = null, armed_at = null
       where r.state = 'cancelled' or (r.state = 'planned' and r.ring_at <> excluded.ring_at)`,
    [
      ...key(deadline),
      plan.map(({ rung }) => rung),
      plan.map(({ at }) => at),
      plan.map(({ to }) => to.join(',')),
      plan.map(({ channel }) => channel.join(',')),
    ],
  );
  await connection.query(
    `update ops.rung set state = 'cancelled', reason = 'not_in_plan'
     where dossier_id = $1 and deadline_id = $2 and version = $3 and state = 'planned' and rung <> all($4::text[])`,
    [...key(deadline), plan.map(({ rung }) => rung)],
  );
}

/** Withdraws what is still to come of a deadline: all of it, or all but one version. */
export async function cancelPlanned(
  connection: Queryable,
  { dossierId, deadlineId }: Omit<DeadlineKey, 'version'>,
  reason: string,
  butVersion: number | null = null,
): Promise<void> {
  await connection.query(
    `update ops.rung set state = 'cancelled', reason = $3
     where dossier_id = $1 and deadline_id = $2 and state = 'planned' and version is distinct from $4::int`,
    [dossierId, deadlineId, reason, butVersion],
  );
}

/** Records that a rung was rung. */
export async function markRung(connection: Queryable, rung: RungKey, now: Instant): Promise<void> {
  await connection.query(
    `update ops.rung set state = 'rung', settled_at = $5
     where dossier_id = $1 and deadline_id = $2 and version = $3 and rung = $4`,
    [...key(rung), rung.rung, now],
  );
}

/** Records that rungs whose time has come were not rung, and why. */
export async function markSkipped(
  connection: Queryable,
  deadline: DeadlineKey,
  rungs: readonly string[],
  reason: string,
  now: Instant,
): Promise<void> {
  await connection.query(
    `update ops.rung set state = 'skipped', reason = $5, settled_at = $6
     where dossier_id = $1 and deadline_id = $2 and version = $3 and rung = any($4::text[]) and state = 'planned'`,
    [...key(deadline), rungs, reason, now],
  );
}
