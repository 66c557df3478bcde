import { type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { Database, Queryable } from '#libs/platform/postgres';
import type { MessageCategory } from '#libs/service/law';
import { type Page, type PageRequest, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';
import type { DeliveryState, LetterForm } from './delivery.js';

/** One attempt to send, or that somebody asked for another round. */
export interface AttemptEntry {
  readonly attempt: number;
  readonly at: Instant;
  readonly outcome: 'sent' | 'temporary' | 'permanent' | 'resend' | 'discard';
  readonly code: string | null;
  /** Of a resend or a discard: which account asked for it. */
  readonly by: string | null;
  /** Why it was discarded. */
  readonly note: string | null;
}

/** A message and what became of it: ids, states and codes; no addresses, no titles, no names. */
export interface DeliveryEntry {
  readonly id: string;
  readonly channel: string;
  readonly accountId: string;
  readonly kind: 'reminder' | 'alarm';
  readonly category: MessageCategory;
  readonly dossierId: string | null;
  readonly rung: string | null;
  readonly state: DeliveryState;
  /** Why it is held or was suppressed, or the code of the last refusal. */
  readonly reason: string | null;
  readonly createdAt: Instant;
  /** When its state last changed, by the server's clock. */
  readonly changedAt: Instant;
  /** The letter that carries it, once there is one, and how many messages that carries. */
  readonly letterId: string | null;
  readonly form: LetterForm | null;
  readonly attempts: readonly AttemptEntry[];
}

export interface DeliveryFilter {
  readonly accountId?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly channel?: string | undefined;
  readonly category?: MessageCategory | undefined;
  readonly letterId?: string | undefined;
}

interface EntryRow extends Record<string, unknown> {
  id: string;
  channel: string;
  account_id: string;
  kind: 'reminder' | 'alarm';
  category: MessageCategory;
  dossier_id: string | null;
  rung: string | null;
  state: DeliveryState;
  reason: string | null;
  created_at: Instant;
  changed_at: Instant;
  letter_id: string | null;
  form: LetterForm | null;
}

const place = z.tuple([z.iso.datetime({ precision: 3 }), z.string().max(100)]);

/** What was to be sent, newest first. Refuses `MALFORMED_REQUEST` for a page that there is not. */
export async function deliveryLog(
  connection: Queryable,
  filter: DeliveryFilter,
  request: PageRequest,
): Promise<Decision<Page<DeliveryEntry>>> {
  const start = readPageRequest(request, place);
  if (!start.ok) return start;
  const { after, limit } = start.value;
  const { rows } = await connection.query<EntryRow>(
    `select d.id, d.channel, d.account_id, d.kind, d.category, d.dossier_id, d.rung, d.state, d.reason, d.created_at,
       d.changed_at, d.letter_id, l.form
     from ops.delivery d left join ops.letter l on l.id = d.letter_id
     where ($1::text is null or d.account_id = $1) and ($2::text is null or d.state = $2)
       and ($3::text is null or d.channel = $3) and ($4::text is null or d.category = $4)
       and ($5::text is null or d.letter_id = $5)
       and ($6::timestamptz is null or d.created_at < $6 or (d.created_at = $6 and d.id > $7))
     order by d.created_at desc, d.id limit $8`,
    [
      filter.accountId ?? null,
      filter.state ?? null,
      filter.channel ?? null,
      filter.category ?? null,
      filter.letterId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  );
  const page = toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
  const attempts = await attemptsOf(connection, page.items);
  return ok({ items: page.items.map((row) => entryOf(row, attempts)), next: page.next });
}

async function attemptsOf(
  connection: Queryable,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<string, readonly AttemptEntry[]>> {
  const { rows: found } = await connection.query<
    Omit<AttemptEntry, 'by'> & { letter_id: string; by_account: string | null } & Record<string, unknown>
  >(
    `select letter_id, attempt, at, outcome, code, by_account, note from ops.delivery_attempt
     where letter_id = any($1) order by id`,
    [[...new Set(rows.flatMap(({ letter_id }) => letter_id ?? []))]],
  );
  const attempts = new Map<string, AttemptEntry[]>();
  for (const { letter_id, attempt, at, outcome, code, by_account: by, note } of found) {
    const list = attempts.get(letter_id) ?? [];
    attempts.set(letter_id, list);
    list.push({ attempt, at, outcome, code, by, note });
  }
  return attempts;
}

const entryOf = (row: EntryRow, attempts: ReadonlyMap<string, readonly AttemptEntry[]>): DeliveryEntry => ({
  id: row.id,
  channel: row.channel,
  accountId: row.account_id,
  kind: row.kind,
  category: row.category,
  dossierId: row.dossier_id,
  rung: row.rung,
  state: row.state,
  reason: row.reason,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  letterId: row.letter_id,
  form: row.form,
  attempts: (row.letter_id ? attempts.get(row.letter_id) : undefined) ?? [],
});

/**
 * Lets a letter that bounced or was given up leave again, with all it carries and a whole round of attempts, and records who
 * asked for it. The worker finds it with its next sweep. Refuses `NOT_FOUND` and `DELIVERY_NOT_GIVEN_UP`.
 */
export async function resendDelivery(
  database: Database,
  deliveryId: string,
  by: string,
): Promise<Decision<{ readonly letterId: string }>> {
  return database.transaction(async (connection) => {
    const { rows } = await connection.query<{ state: DeliveryState; letter_id: string | null }>(
      `select state, letter_id from ops.delivery where id = $1`,
      [deliveryId],
    );
    const delivery = rows[0];
    if (!delivery) return refuse('NOT_FOUND', { params: { what: 'delivery' } });
    const { state, letter_id: letterId } = delivery;
    const { rows: opened } = await connection.query<{ attempts: number }>(
      `update ops.letter set state = 'open', forgiven = attempts, next_attempt_at = clock_timestamp()
       where id = $1 and state in ('bounced', 'dead') returning attempts`,
      [letterId],
    );
    if (!letterId || !opened[0]) return refuse('DELIVERY_NOT_GIVEN_UP', { params: { state } });
    await connection.query(
      `update ops.delivery set state = 'queued', reason = null, changed_at = clock_timestamp()
       where letter_id = $1 and state in ('bounced', 'dead')`,
      [letterId],
    );
    await connection.query(
      `insert into ops.delivery_attempt (letter_id, attempt, outcome, by_account) values ($1, $2, 'resend', $3)`,
      [letterId, opened[0].attempts, by],
    );
    return ok({ letterId });
  });
}

/** How many letters were given up and wait for somebody: refused for good, and tried in vain. */
export async function givenUp(connection: Queryable): Promise<{ readonly bounced: number; readonly dead: number }> {
  const { rows } = await connection.query<{ bounced: number; dead: number }>(
    `select count(*) filter (where state = 'bounced') as bounced, count(*) filter (where state = 'dead') as dead
     from ops.letter where state in ('bounced', 'dead')`,
  );
  return rows[0] ?? { bounced: 0, dead: 0 };
}
