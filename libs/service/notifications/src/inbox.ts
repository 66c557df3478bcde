import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';

/** A message inside the application. The dossier's title and people are looked up by whoever shows it. */
export interface InAppMessage {
  readonly id: number;
  readonly dossierId: string;
  readonly deadlineId: string;
  readonly rung: string;
  readonly channel: 'in_app' | 'digest';
  readonly clock: string;
  readonly dueAt: Instant;
  readonly workingDaysLeft: number;
  readonly note?: 'position_vacant';
  readonly rungAt: Instant;
}

/** The latest messages of an account, newest first; of older ones those before the message with a number. */
export async function inboxOf(
  connection: Queryable,
  accountId: string,
  limit = 50,
  before?: number,
): Promise<readonly InAppMessage[]> {
  const { rows } = await connection.query<{
    id: number;
    dossier_id: string;
    deadline_id: string;
    rung: string;
    channel: 'in_app' | 'digest';
    clock: string;
    due_at: Instant;
    working_days_left: number;
    note: 'position_vacant' | null;
    rung_at: Instant;
  }>(
    `select id, dossier_id, deadline_id, rung, channel, clock, due_at, working_days_left, note, rung_at
     from ops.notification where account_id = $1 and ($3::bigint is null or id < $3) order by id desc limit $2`,
    [accountId, limit, before ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    dossierId: row.dossier_id,
    deadlineId: row.deadline_id,
    rung: row.rung,
    channel: row.channel,
    clock: row.clock,
    dueAt: row.due_at,
    workingDaysLeft: row.working_days_left,
    rungAt: row.rung_at,
    ...(row.note ? { note: row.note } : {}),
  }));
}
