import { type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { Database, Queryable } from '#libs/platform/postgres';
import { type Page, type PageRequest, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';

/** A message that did not arrive, and what somebody does not know because of it: ids and codes, no titles, no names. */
export interface FailedDelivery {
  readonly deliveryId: string;
  readonly letterId: string;
  readonly state: 'bounced' | 'dead';
  readonly channel: string;
  readonly accountId: string;
  readonly code: string | null;
  readonly changedAt: Instant;
  readonly kind: 'reminder' | 'alarm';
  readonly dossierId: string | null;
  readonly award: string | null;
  readonly step: string | null;
  readonly clock: string | null;
  readonly rung: string | null;
  readonly dueAt: Instant | null;
  readonly clockState: string | null;
}

const place = z.tuple([z.iso.datetime({ precision: 3 }), z.string().max(100)]);

/** Newest first. Refuses `MALFORMED_REQUEST` for a page that there is not. */
export async function failedDeliveries(
  connection: Queryable,
  request: PageRequest,
): Promise<Decision<Page<FailedDelivery>>> {
  const start = readPageRequest(request, place);
  if (!start.ok) return start;
  const { after, limit } = start.value;
  const { rows } = await connection.query<FailedDelivery & Record<string, unknown>>(
    `select d.id as "deliveryId", d.letter_id as "letterId", d.state, d.channel, d.account_id as "accountId",
       coalesce(d.reason, d.code) as code, d.changed_at as "changedAt", d.kind, d.dossier_id as "dossierId",
       l.procedure_code as award, l.step, t.clock, d.rung, d.due_at as "dueAt", t.state as "clockState"
     from ops.delivery d
     left join read.dossier_list l on l.id = d.dossier_id
     left join read.deadlines t on t.dossier_id = d.dossier_id and t.deadline_id = d.deadline_id
     where d.state in ('bounced', 'dead') and d.letter_id is not null
       and ($1::timestamptz is null or d.changed_at < $1 or (d.changed_at = $1 and d.id > $2))
     order by d.changed_at desc, d.id limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  return ok(toPage(rows, limit, ({ changedAt, deliveryId }) => [changedAt, deliveryId]));
}

/** Lets all letters that bounced or were given up leave again, each with a whole round of attempts. @returns how many. */
export async function resendAllLetters(
  database: Database,
  state: 'bounced' | 'dead' | undefined,
  by: string,
): Promise<number> {
  return database.transaction(async (connection) => {
    const { rows } = await connection.query<{ id: string }>(
      `with opened as (
         update ops.letter set state = 'open', forgiven = attempts, next_attempt_at = clock_timestamp()
         where state in ('bounced', 'dead') and ($1::text is null or state = $1) returning id, attempts),
       queued as (
         update ops.delivery d set state = 'queued', reason = null, changed_at = clock_timestamp()
         from opened o where d.letter_id = o.id and d.state in ('bounced', 'dead'))
       insert into ops.delivery_attempt (letter_id, attempt, outcome, by_account)
       select id, attempts, 'resend', $2 from opened returning letter_id as id`,
      [state ?? null, by],
    );
    return rows.length;
  });
}

/**
 * Gives a letter up for good, with all it carries; who and why stands with its attempts. Done again it answers the same. Refuses
 * `NOT_FOUND`, and `DELIVERY_NOT_GIVEN_UP` for what may still arrive.
 */
export async function discardDelivery(
  database: Database,
  deliveryId: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Decision<{ readonly letterId: string }>> {
  return database.transaction(async (connection) => {
    const { rows } = await connection.query<{ state: string; reason: string | null; letter_id: string | null }>(
      `select state, reason, letter_id from ops.delivery where id = $1 for update`,
      [deliveryId],
    );
    const [delivery] = rows;
    if (!delivery) return refuse('NOT_FOUND', { params: { what: 'delivery' } });
    const { state, letter_id: letterId } = delivery;
    if (letterId && state === 'suppressed' && delivery.reason === 'discarded') return ok({ letterId });
    const { rows: closed } = await connection.query<{ attempts: number }>(
      `update ops.letter set state = 'suppressed' where id = $1 and state in ('bounced', 'dead') returning attempts`,
      [letterId],
    );
    if (!letterId || !closed[0]) return refuse('DELIVERY_NOT_GIVEN_UP', { params: { state } });
    await connection.query(
      `update ops.delivery set state = 'suppressed', reason = 'discarded', changed_at = clock_timestamp()
       where letter_id = $1 and state in ('bounced', 'dead')`,
      [letterId],
    );
    await connection.query(
      `insert into ops.delivery_attempt (letter_id, attempt, outcome, by_account, note) values ($1, $2, 'discard', $3, $4)`,
      [letterId, closed[0].attempts, by, reason],
    );
    return ok({ letterId });
  });
}
