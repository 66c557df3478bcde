import type { PlannedRung } from '#libs/domain/calendar';
import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { type DeadlineKey, type RungKey, textOf } from './deadline-key.js';

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

/**
 * Takes the deadlines' locks until the transaction ends, in one order in every process: whoever changes their rungs holds
 * them, so that two workers never ring one bell. Answers `dossier/deadline` of those that the planner has seen.
 */
export async function lockDeadlines(connection: Queryable, keys: readonly DeadlineKey[]): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ id: string }>(
    `select d.dossier_id || '/' || d.deadline_id as id from ops.deadline d
     where (d.dossier_id, d.deadline_id) in (select * from unnest($1::text[], $2::text[]))
     order by d.dossier_id collate "C", d.deadline_id collate "C" for update`,
    [keys.map(({ dossierId }) => dossierId), keys.map(({ deadlineId }) => deadlineId)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The rungs of each of these versions, in order of their moments, by `textOf` its key. */
export async function rungsOf(
  connection: Queryable,
  keys: readonly DeadlineKey[],
): Promise<ReadonlyMap<string, readonly RungRow[]>> {
  const { rows } = await connection.query<{
    dossier_id: string;
    deadline_id: string;
    version: number;
    rung: string;
    state: RungState;
    ring_at: Instant;
  }>(
    `select r.dossier_id, r.deadline_id, r.version, r.rung, r.state, r.ring_at
     from unnest($1::text[], $2::text[], $3::int[]) as k(dossier_id, deadline_id, version)
     join ops.rung r using (dossier_id, deadline_id, version) order by r.ring_at`,
    keyColumns(keys),
  );
  const found = new Map<string, RungRow[]>();
  for (const { dossier_id: dossierId, deadline_id: deadlineId, version, rung, state, ring_at: ringAt } of rows) {
    const text = textOf({ dossierId, deadlineId, version });
    const list = found.get(text) ?? [];
    found.set(text, list);
    list.push({ rung, state, ringAt });
  }
  return found;
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
  if (plans.length === 0) return;
  const rows = plans.flatMap(({ deadline, rungs }) => rungs.map((rung) => ({ ...deadline, ...rung })));
  await connection.query(
    `insert into ops.rung as r (dossier_id, deadline_id, version, rung, ring_at, state, recipients, channels)
     select p.dossier_id, p.deadline_id, p.version, p.rung, p.ring_at, 'planned',
       string_to_array(p.recipients, ','), string_to_array(p.channels, ',')
     from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::timestamptz[], $6::text[], $7::text[])
       as p(dossier_id, deadline_id, version, rung, ring_at, recipients, channels)
     on conflict (dossier_id, deadline_id, version, rung) do update
       set ring_at = excluded.ring_at, state = 'planned', reason = null, claimed_until = null
       where r.state = 'cancelled' or (r.state = 'planned' and r.ring_at <> excluded.ring_at)`,
    [
      ...keyColumns(rows),
      rows.map(({ rung }) => rung),
      rows.map(({ at }) => at),
      rows.map(({ to }) => to.join(',')),
      rows.map(({ channel }) => channel.join(',')),
    ],
  );
  // With the names beside each deadline, every one costs a look through the key; joining two lists, a walk over the table.
  await connection.query(
    `update ops.rung r set state = 'cancelled', reason = 'not_in_plan'
     from json_to_recordset($1::json) as p("dossierId" text, "deadlineId" text, version int, kept text[])
     where (r.dossier_id, r.deadline_id, r.version) = (p."dossierId", p."deadlineId", p.version)
       and r.state = 'planned' and r.rung <> all (p.kept)`,
    [JSON.stringify(plans.map(({ deadline, rungs }) => ({ ...deadline, kept: rungs.map(({ rung }) => rung) })))],
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

/** What became of a rung whose time has come. */
export interface Settlement extends RungKey {
  readonly state: 'rung' | 'skipped';
  /** Why it was skipped. */
  readonly reason: string | null;
}

/** Records what became of rungs; one that was settled before stays as it is. The caller holds the deadlines' locks. */
export async function settle(connection: Queryable, settlements: readonly Settlement[], now: Instant): Promise<void> {
  if (settlements.length === 0) return;
  await connection.query(
    `update ops.rung r set state = s.state, reason = s.reason, settled_at = $7
     from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[])
       as s(dossier_id, deadline_id, version, rung, state, reason)
     where (r.dossier_id, r.deadline_id, r.version, r.rung) = (s.dossier_id, s.deadline_id, s.version, s.rung)
       and r.state = 'planned'`,
    [
      ...keyColumns(settlements),
      settlements.map(({ rung }) => rung),
      settlements.map(({ state }) => state),
      settlements.map(({ reason }) => reason),
      now,
    ],
  );
}
