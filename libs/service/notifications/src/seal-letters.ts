import { createHash } from 'node:crypto';
import type { Instant } from '#libs/domain/kernel';
import type { Connection, Database } from '#libs/platform/postgres';
import {
  type Delivery,
  DELIVERY_COLUMNS,
  type DeliveryRow,
  deliveryOf,
  type Lane,
  type LetterForm,
} from './delivery.js';
import { grouped } from './grouped.js';
import { Choices } from './preferences.js';
import type { SendingRules } from './sending-rules.js';

export interface SealOptions {
  readonly database: Database;
  readonly sending: SendingRules;
  /** The office's clock. */
  readonly now: Instant;
  /** The right-hand side of Message-IDs. */
  readonly host: string;
}

interface Envelope {
  readonly account_id: string;
  readonly channel: string;
  readonly lane: Lane;
}

interface SealedLetter extends Envelope {
  readonly id: string;
  readonly form: LetterForm;
  readonly deliveryIds: readonly string[];
}

const AT_ONCE = 200;

/** A summary waits so long for rungs that are due and not rung yet; one that cannot be rung keeps none back. */
const SUMMARY_WAITS = `interval '10 minutes'`;

/**
 * Makes letters of the envelopes that have closed: of many messages one, of few one each, of a summary one (R52). Envelopes,
 * letters and which message goes with which letter change in one transaction; whoever dies before it has changed nothing,
 * after it the letters stand in the table. Answers the letters' ids.
 */
export async function sealLetters(options: SealOptions): Promise<readonly string[]> {
  const sealed: string[] = [];
  for (;;) {
    const { envelopes, letters } = await options.database.transaction((connection) => sealSome(connection, options));
    sealed.push(...letters);
    if (envelopes < AT_ONCE) return sealed;
  }
}

async function sealSome(
  connection: Connection,
  options: SealOptions,
): Promise<{ readonly envelopes: number; readonly letters: readonly string[] }> {
  const { now, sending } = options;
  const { rows: closed } = await connection.query<Envelope & Record<string, unknown>>(
    `select account_id, channel, lane from ops.envelope e
     where closes_at <= $1 and (lane <> 'digest' or opened_at < clock_timestamp() - ${SUMMARY_WAITS} or not exists (
       select from ops.rung r where r.state = 'planned' and r.ring_at <= $1))
     order by closes_at limit $2 for update skip locked`,
    [now, AT_ONCE],
  );
  if (closed.length === 0) return { envelopes: 0, letters: [] };
  const choices = await Choices.of(
    connection,
    closed.map(({ account_id }) => account_id),
  );
  const quiet = closed.filter(({ lane, account_id }) => sending.quiet(lane, choices.quietHours(account_id), now));
  await keepClosed(
    connection,
    quiet.map((envelope) => ({ ...envelope, closesAt: sending.release(choices.quietHours(envelope.account_id), now) })),
  );
  const due = closed.filter((envelope) => !quiet.includes(envelope));
  const letters = await makeLetters(connection, options, due);
  return { envelopes: closed.length, letters: letters.map(({ id }) => id) };
}

/** The hour came while the office was asleep: a worker that was down must not write letters at night. */
async function keepClosed(
  connection: Connection,
  envelopes: readonly (Envelope & { readonly closesAt: Instant })[],
): Promise<void> {
  if (envelopes.length === 0) return;
  const columns = columnsOf(envelopes);
  await connection.query(
    `update ops.envelope e set closes_at = q.closes_at
     from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as q(account_id, channel, lane, closes_at)
     where (e.account_id, e.channel, e.lane) = (q.account_id, q.channel, q.lane)`,
    [...columns, envelopes.map(({ closesAt }) => closesAt)],
  );
  await connection.query(
    `update ops.delivery d set state = 'held', reason = 'quiet_hours', changed_at = clock_timestamp()
     from unnest($1::text[], $2::text[], $3::text[]) as q(account_id, channel, lane)
     where (d.account_id, d.channel, d.lane) = (q.account_id, q.channel, q.lane) and d.letter_id is null
       and d.state = 'queued'`,
    columns,
  );
}

async function makeLetters(
  connection: Connection,
  { sending, now, host }: SealOptions,
  envelopes: readonly Envelope[],
): Promise<readonly SealedLetter[]> {
  if (envelopes.length === 0) return [];
  const { rows } = await connection.query<DeliveryRow & Envelope & Record<string, unknown>>(
    `select ${DELIVERY_COLUMNS}, d.channel, d.lane from ops.delivery d
     join unnest($1::text[], $2::text[], $3::text[]) as q(account_id, channel, lane) using (account_id, channel, lane)
     where d.letter_id is null and d.state in ('queued', 'held') order by d.created_at, d.id`,
    columnsOf(envelopes),
  );
  const letters: SealedLetter[] = [];
  const outdone: string[] = [];
  for (const group of grouped(rows, (row) => JSON.stringify([row.account_id, row.channel, row.lane])).values()) {
    const [first] = group;
    if (!first) continue;
    const { account_id, channel, lane } = first;
    const { latest, earlier } = latestOfEach(group.map(deliveryOf));
    outdone.push(...earlier);
    for (const { form, deliveries } of parted(latest, lane, sending.law.coalescing.atLeast)) {
      const deliveryIds = deliveries.map(({ id }) => id);
      letters.push({ account_id, channel, lane, form, deliveryIds, id: letterIdOf(deliveryIds) });
    }
  }
  await suppressDuplicates(connection, outdone);
  await insertLetters(connection, letters, now, host);
  await connection.query(
    `delete from ops.envelope e using unnest($1::text[], $2::text[], $3::text[]) as q(account_id, channel, lane)
     where (e.account_id, e.channel, e.lane) = (q.account_id, q.channel, q.lane)`,
    columnsOf(envelopes),
  );
  return letters;
}

const letterIdOf = (deliveryIds: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...deliveryIds].sort()))
    .digest('hex');

/** Of two rungs of one deadline that waited together, the later one says all: the earlier is a duplicate. */
function latestOfEach(deliveries: readonly Delivery[]): {
  readonly latest: readonly Delivery[];
  readonly earlier: readonly string[];
} {
  const latest = new Map<string, Delivery>();
  const earlier: string[] = [];
  for (const delivery of deliveries) {
    const about =
      delivery.kind === 'reminder' ? `${delivery.dossierId}/${delivery.deadlineId}/${delivery.version}` : delivery.id;
    const before = latest.get(about);
    if (before) earlier.push(before.id);
    latest.set(about, delivery);
  }
  return { latest: [...latest.values()], earlier };
}

function parted(
  deliveries: readonly Delivery[],
  lane: Lane,
  atLeast: number,
): readonly { readonly form: LetterForm; readonly deliveries: readonly Delivery[] }[] {
  if (deliveries.length === 0) return [];
  if (lane === 'digest') return [{ form: 'digest', deliveries }];
  if (deliveries.length >= atLeast) return [{ form: 'bundle', deliveries }];
  return deliveries.map((delivery) => ({ form: 'single', deliveries: [delivery] }));
}

async function suppressDuplicates(connection: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await connection.query(
    `update ops.delivery set state = 'suppressed', reason = 'duplicate', changed_at = clock_timestamp()
     where id = any($1)`,
    [ids],
  );
}

async function insertLetters(
  connection: Connection,
  letters: readonly SealedLetter[],
  now: Instant,
  host: string,
): Promise<void> {
  if (letters.length === 0) return;
  await connection.query(
    `insert into ops.letter (id, message_id, account_id, channel, lane, form, made_at, not_before)
     select n.*, $7, $7 from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as n
     on conflict (id) do nothing`,
    [
      letters.map(({ id }) => id),
      letters.map(({ id }) => `<${id}@${host}>`),
      ...columnsOf(letters),
      letters.map(({ form }) => form),
      now,
    ],
  );
  const parts = letters.flatMap(({ id, deliveryIds }) => deliveryIds.map((deliveryId) => ({ id, deliveryId })));
  await connection.query(
    `update ops.delivery d set letter_id = p.letter_id, state = 'queued', reason = null, changed_at = clock_timestamp()
     from unnest($1::text[], $2::text[]) as p(letter_id, id) where d.id = p.id`,
    [parts.map(({ id }) => id), parts.map(({ deliveryId }) => deliveryId)],
  );
}

const columnsOf = (envelopes: readonly Envelope[]): [string[], string[], string[]] => [
  envelopes.map(({ account_id }) => account_id),
  envelopes.map(({ channel }) => channel),
  envelopes.map(({ lane }) => lane),
];
