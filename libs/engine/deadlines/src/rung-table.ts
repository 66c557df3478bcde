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

const keyColumns = (keys: readonly DeadlineKey[]): unknown[] => [
  keys.map(({ dossierId }) => dossierId),
  keys.map(({ deadlineId }) => deadlineId),
  keys.map(({ version }) => version),
];

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

/** What is planned for one running of a clock. */
export interface DeadlinePlan {
  readonly deadline: DeadlineKey;
  readonly rungs: readonly PlannedRung[];
}

/**
 * Brings the rungs still to come to what is planned now: new ones are added, moved ones move, those withdrawn while the
 * clock stood still come back, and those no longer in the plan are cancelled. What was rung or skipped stays. The caller
 * holds the deadlines' locks.
 */
export async function writePlans(connection: Queryable, plans: readonly DeadlinePlan[]): Promise<void> {
  const rows = plans.flatMap(({ deadline, rungs }) => rungs.map((rung) => ({ ...deadline, ...rung })));
  await connection.query(
    `insert into ops.rung as r (dossier_id, deadline_id, version, rung, ring_at, state, recipients, channels)
     select p.dossier_id, p.deadline_id, p.version, p.rung, p.ring_at, 'planned',
       string_to_array(p.recipients, ','), string_to_array(p.channels, ',')
     from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::timestamptz[], $6::text[], $7::text[])
       as p(dossier_id, deadline_id, version, rung, ring_at, recipients, channels)
     on conflict (dossier_id, deadline_id, version, rung) do update
       set ring_at = excluded.ring_at, state = 'planned', reason = null, armed_at = null
       where r.state = 'cancelled' or (r.state = 'planned' and r.ring_at <> excluded.ring_at)`,
    [
      ...keyColumns(rows),
      rows.map(({ rung }) => rung),
      rows.map(({ at }) => at),
      rows.map(({ to }) => to.join(',')),
      rows.map(({ channel }) => channel.join(',')),
    ],
  );
  await connection.query(
    `update ops.rung r set state = 'cancelled', reason = 'not_in_plan'
     from unnest($1::text[], $2::text[], $3::int[]) as d(dossier_id, deadline_id, version)
     where r.dossier_id = d.dossier_id and r.deadline_id = d.deadline_id and r.version = d.version
       and r.state = 'planned' and not exists (
         select from unnest($4::text[], $5::text[], $6::int[], $7::text[]) as p(dossier_id, deadline_id, version, rung)
         where (p.dossier_id, p.deadline_id, p.version, p.rung) = (r.dossier_id, r.deadline_id, r.version, r.rung))`,
    [...keyColumns(plans.map(({ deadline }) => deadline)), ...keyColumns(rows), rows.map(({ rung }) => rung)],
  );
}

/** What is withdrawn of a deadline before its time. */
export interface Withdrawal {
  readonly dossierId: string;
  readonly deadlineId: string;
  /** This one stays, the others go; without it, all go. */
  readonly butVersion?: number;
  readonly reason: string;
}

/** Withdraws what is still to come. The caller holds the deadlines' locks. */
export async function cancelPlanned(connection: Queryable, withdrawals: readonly Withdrawal[]): Promise<void> {
  await connection.query(
    `update ops.rung r set state = 'cancelled', reason = w.reason
     from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as w(dossier_id, deadline_id, but_version, reason)
     where r.dossier_id = w.dossier_id and r.deadline_id = w.deadline_id and r.state = 'planned'
       and r.version is distinct from w.but_version`,
    [
      withdrawals.map(({ dossierId }) => dossierId),
      withdrawals.map(({ deadlineId }) => deadlineId),
      withdrawals.map(({ butVersion }) => butVersion ?? null),
      withdrawals.map(({ reason }) => reason),
    ],
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
