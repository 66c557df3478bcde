import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import {
  type Delivery,
  DELIVERY_COLUMNS,
  type DeliveryRow,
  deliveryOf,
  type Lane,
  type LetterForm,
  type SuppressReason,
} from './delivery.js';

/** A letter as it stands in the table. */
export interface Letter {
  readonly id: string;
  readonly channel: string;
  readonly accountId: string;
  readonly form: LetterForm;
  readonly lane: Lane;
  readonly madeAt: Instant;
  readonly messageId: string;
}

/** The right to send one letter, until the lease ends. */
export interface Claim {
  readonly id: string;
  readonly owner: string;
  /** Which attempt this is, from 1. With the owner it tells this claim from any other. */
  readonly attempt: number;
  /** Which one since an operator last asked for another round. */
  readonly attemptOfRound: number;
}

/**
 * May be claimed now: waiting and due, or claimed by somebody who was not heard of again; and nobody holds sending. `$1` is
 * the office's clock.
 */
const CLAIMABLE = `(((state = 'open' and next_attempt_at <= clock_timestamp() and not_before <= $1)
  or (state = 'claimed' and lease_until < clock_timestamp())) and (select s.state from ops.sending s) = 'open')`;

const MS = `interval '1 millisecond'`;
/** States of deliveries that still wait for their letter. */
const WAITING = `('queued', 'held', 'failed_temporary')`;

/** A letter that may be claimed now, with the messages it still has to carry. */
export async function findClaimable(
  connection: Queryable,
  id: string,
  now: Instant,
): Promise<{ readonly letter: Letter; readonly deliveries: readonly Delivery[] } | undefined> {
  const { rows } = await connection.query<{
    id: string;
    channel: string;
    account_id: string;
    form: LetterForm;
    lane: Lane;
    made_at: Instant;
    message_id: string;
  }>(`select id, channel, account_id, form, lane, made_at, message_id from ops.letter where id = $2 and ${CLAIMABLE}`, [
    now,
    id,
  ]);
  const row = rows[0];
  if (!row) return undefined;
  const { rows: deliveries } = await connection.query<DeliveryRow & Record<string, unknown>>(
    `select ${DELIVERY_COLUMNS} from ops.delivery d where d.letter_id = $1 and d.state in ${WAITING}
     order by d.due_at, d.created_at, d.id`,
    [id],
  );
  const { account_id: accountId, made_at: madeAt, message_id: messageId, ...letter } = row;
  return { letter: { ...letter, accountId, madeAt, messageId }, deliveries: deliveries.map(deliveryOf) };
}

/** Takes the right to send, in one statement: of any number of workers one gets it. */
export async function claim(
  connection: Queryable,
  id: string,
  owner: string,
  { now, leaseMs }: { readonly now: Instant; readonly leaseMs: number },
): Promise<Claim | undefined> {
  const { rows } = await connection.query<{ attempts: number; forgiven: number }>(
    `update ops.letter
     set takeovers = takeovers + (case when state = 'claimed' then 1 else 0 end), attempts = attempts + 1,
       state = 'claimed', lease_owner = $3, lease_until = clock_timestamp() + $4 * ${MS}
     where id = $2 and ${CLAIMABLE} returning attempts, forgiven`,
    [now, id, owner, leaseMs],
  );
  const row = rows[0];
  return row && { id, owner, attempt: row.attempts, attemptOfRound: row.attempts - row.forgiven };
}

/** Notes that the letter was taken, with every message it carried: true whoever holds the lease by now. */
export async function markSent(
  connection: Queryable,
  { id, attempt }: Claim,
  carried: readonly string[],
): Promise<void> {
  await connection.query(
    `with taken as (
       update ops.letter set state = 'sent', sent_at = clock_timestamp(), lease_owner = null, lease_until = null,
         last_error = null
       where id = $1 and state <> 'sent' returning id),
     noted as (insert into ops.delivery_attempt (letter_id, attempt, outcome) select id, $2, 'sent' from taken)
     update ops.delivery set state = 'sent', reason = null, changed_at = clock_timestamp()
     where letter_id = $1 and id = any($3) and state in ${WAITING}`,
    [id, attempt, carried],
  );
}

/** Gives the claim back for another attempt after a pause. */
export async function postpone(connection: Queryable, claim: Claim, code: string, delayMs: number): Promise<void> {
  await connection.query(
    `with given as (
       update ops.letter set state = 'open', lease_owner = null, lease_until = null, last_error = $4,
         next_attempt_at = clock_timestamp() + $5 * ${MS}
       where id = $1 and state = 'claimed' and lease_owner = $2 and attempts = $3 returning id),
     noted as (
       insert into ops.delivery_attempt (letter_id, attempt, outcome, code) select id, $3, 'temporary', $4 from given)
     update ops.delivery set state = 'failed_temporary', reason = $4, changed_at = clock_timestamp()
     where letter_id in (select id from given) and state in ${WAITING}`,
    [claim.id, claim.owner, claim.attempt, code, delayMs],
  );
}

/** Gives up: somebody has to look at it. False when the lease was lost meanwhile. */
export async function giveUp(
  connection: Queryable,
  claim: Claim,
  state: 'bounced' | 'dead',
  code: string,
): Promise<boolean> {
  const { rows } = await connection.query(
    `with given as (
       update ops.letter set state = $4, lease_owner = null, lease_until = null, last_error = $5
       where id = $1 and state = 'claimed' and lease_owner = $2 and attempts = $3 returning id),
     noted as (
       insert into ops.delivery_attempt (letter_id, attempt, outcome, code)
       select id, $3, case when $4 = 'bounced' then 'permanent' else 'temporary' end, $5 from given),
     ended as (
       update ops.delivery set state = $4, reason = $5, changed_at = clock_timestamp()
       where letter_id in (select id from given) and state in ${WAITING})
     select id from given`,
    [claim.id, claim.owner, claim.attempt, state, code],
  );
  return rows.length === 1;
}

/** Notes that messages are not to leave any more. */
export async function suppress(
  connection: Queryable,
  suppressed: readonly { readonly id: string; readonly reason: SuppressReason }[],
): Promise<void> {
  if (suppressed.length === 0) return;
  await connection.query(
    `update ops.delivery d set state = 'suppressed', reason = s.reason, changed_at = clock_timestamp()
     from unnest($1::text[], $2::text[]) as s(id, reason) where d.id = s.id and d.state in ${WAITING}`,
    [suppressed.map(({ id }) => id), suppressed.map(({ reason }) => reason)],
  );
}

/** Notes that a letter has nothing to carry any more. */
export async function withdraw(connection: Queryable, id: string, now: Instant): Promise<void> {
  await connection.query(
    `update ops.letter set state = 'suppressed', lease_owner = null, lease_until = null where id = $2 and ${CLAIMABLE}`,
    [now, id],
  );
}

/** Keeps a letter back until quiet hours are over. */
export async function holdUntil(connection: Queryable, id: string, now: Instant, until: Instant): Promise<void> {
  await connection.query(
    `with kept as (
       update ops.letter set not_before = $3, state = 'open', lease_owner = null, lease_until = null
       where id = $2 and ${CLAIMABLE} returning id)
     update ops.delivery set state = 'held', reason = 'quiet_hours', changed_at = clock_timestamp()
     where letter_id in (select id from kept) and state in ${WAITING}`,
    [now, id, until],
  );
}

/** Letters that may be claimed now, oldest first, with the number of the job that stands for each. */
export async function claimable(
  connection: Queryable,
  now: Instant,
  limit: number,
): Promise<readonly { readonly id: string; readonly job: number }[]> {
  const { rows } = await connection.query<{ id: string; job: number }>(
    `select id, job from ops.letter
     where state in ('open', 'claimed') and ${CLAIMABLE} order by next_attempt_at limit $2`,
    [now, limit],
  );
  return rows;
}

/** Counts one more job for letters, each where nobody else did since; answers which. */
export async function noteJobs(
  connection: Queryable,
  letters: readonly { readonly id: string; readonly job: number }[],
): Promise<readonly { readonly id: string; readonly job: number }[]> {
  const { rows } = await connection.query<{ id: string; job: number }>(
    `update ops.letter l set job = l.job + 1 from unnest($1::text[], $2::int[]) as s(id, job)
     where l.id = s.id and l.job = s.job returning l.id, l.job`,
    [letters.map(({ id }) => id), letters.map(({ job }) => job)],
  );
  return rows;
}
