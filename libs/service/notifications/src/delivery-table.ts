import type { Instant } from '#libs/domain/kernel';
import type { DeadlineKey } from '#libs/engine/deadlines';
import type { Queryable } from '#libs/platform/postgres';
import type { RecipientNote } from './resolve-recipients.js';

/** A letter as it stands in the table: all that is frozen about it. */
export interface Delivery extends DeadlineKey {
  readonly id: string;
  readonly accountId: string;
  readonly rung: string;
  readonly dueAt: Instant;
  readonly workingDaysLeft: number;
  readonly daysExact: boolean;
  readonly note?: RecipientNote;
  readonly rungAt: Instant;
  readonly messageId: string;
}

/** The right to send one letter, until the lease ends. */
export interface Claim {
  readonly id: string;
  readonly owner: string;
  /** Which attempt this is, from 1. With the owner it tells this claim from any other. */
  readonly attempt: number;
}

interface DeliveryRow {
  id: string;
  account_id: string;
  dossier_id: string;
  deadline_id: string;
  version: number;
  rung: string;
  due_at: Instant;
  working_days_left: number;
  days_exact: boolean;
  note: RecipientNote | null;
  rung_at: Instant;
  message_id: string;
}

/** May be claimed now: waiting and due, or claimed by somebody who was not heard of again. */
const CLAIMABLE = `((state = 'pending' and next_attempt_at <= clock_timestamp())
  or (state = 'claimed' and lease_until < clock_timestamp()))`;

const MS = `interval '1 millisecond'`;

/** A letter that may be claimed now. */
export async function findClaimable(connection: Queryable, id: string): Promise<Delivery | undefined> {
  const { rows } = await connection.query<DeliveryRow>(
    `select id, account_id, dossier_id, deadline_id, version, rung, due_at, working_days_left, days_exact, note, rung_at,
       message_id
     from ops.delivery where id = $1 and ${CLAIMABLE}`,
    [id],
  );
  const row = rows[0];
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      dossierId: row.dossier_id,
      deadlineId: row.deadline_id,
      version: row.version,
      rung: row.rung,
      dueAt: row.due_at,
      workingDaysLeft: row.working_days_left,
      daysExact: row.days_exact,
      rungAt: row.rung_at,
      messageId: row.message_id,
      ...(row.note ? { note: row.note } : {}),
    }
  );
}

/** Takes the right to send, in one statement: of any number of workers one gets it. */
export async function claim(
  connection: Queryable,
  id: string,
  owner: string,
  leaseMs: number,
): Promise<Claim | undefined> {
  const { rows } = await connection.query<{ attempts: number }>(
    `update ops.delivery
     set takeovers = takeovers + (case when state = 'claimed' then 1 else 0 end), attempts = attempts + 1,
       state = 'claimed', lease_owner = $2, lease_until = clock_timestamp() + $3 * ${MS}
     where id = $1 and ${CLAIMABLE} returning attempts`,
    [id, owner, leaseMs],
  );
  return rows[0] && { id, owner, attempt: rows[0].attempts };
}

/** Notes that the mail server took the letter: true whoever holds the lease by now. */
export async function markSent(connection: Queryable, { id }: Claim): Promise<void> {
  await connection.query(
    `update ops.delivery set state = 'sent', sent_at = clock_timestamp(), lease_owner = null, lease_until = null,
       last_error = null
     where id = $1 and state <> 'sent'`,
    [id],
  );
}

/** Gives the claim back for another attempt after a pause. */
export async function postpone(connection: Queryable, claim: Claim, error: string, delayMs: number): Promise<void> {
  await connection.query(
    `update ops.delivery set state = 'pending', lease_owner = null, lease_until = null, last_error = $4,
       next_attempt_at = clock_timestamp() + $5 * ${MS}
     where id = $1 and state = 'claimed' and lease_owner = $2 and attempts = $3`,
    [claim.id, claim.owner, claim.attempt, error, delayMs],
  );
}

/** Gives up: somebody has to look at it. */
export async function markFailed(connection: Queryable, claim: Claim, error: string): Promise<void> {
  await connection.query(
    `update ops.delivery set state = 'failed', lease_owner = null, lease_until = null, last_error = $4
     where id = $1 and state = 'claimed' and lease_owner = $2 and attempts = $3`,
    [claim.id, claim.owner, claim.attempt, error],
  );
}

/** Notes that a letter is not needed, or cannot be written, any more. */
export async function withdraw(
  connection: Queryable,
  id: string,
  state: 'lapsed' | 'failed',
  reason: string,
): Promise<void> {
  await connection.query(
    `update ops.delivery set state = $2, lease_owner = null, lease_until = null, last_error = $3
     where id = $1 and ${CLAIMABLE}`,
    [id, state, reason],
  );
}

/** Letters that may be claimed now, oldest first, with the number of the job that stands for each. */
export async function claimable(
  connection: Queryable,
  limit: number,
): Promise<readonly { readonly id: string; readonly job: number }[]> {
  const { rows } = await connection.query<{ id: string; job: number }>(
    `select id, job from ops.delivery
     where state in ('pending', 'claimed') and ${CLAIMABLE} order by next_attempt_at limit $1`,
    [limit],
  );
  return rows;
}

/** Counts one more job for a letter. False when another worker was faster. */
export async function noteJob(connection: Queryable, id: string, seen: number): Promise<boolean> {
  const { rows } = await connection.query(
    `update ops.delivery set job = job + 1 where id = $1 and job = $2 returning 1`,
    [id, seen],
  );
  return rows.length === 1;
}
