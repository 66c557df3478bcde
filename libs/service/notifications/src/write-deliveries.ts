import { createHash } from 'node:crypto';
import type { Instant } from '#libs/domain/kernel';
import type { Connection } from '#libs/platform/postgres';
import type { Delivery, Lane, SuppressReason } from './delivery.js';

/** A message to write down, with the envelope it waits in. */
export interface NewDelivery {
  readonly delivery: Delivery;
  readonly channel: string;
  readonly lane: Lane;
  readonly closesAt: Instant;
  readonly held?: 'quiet_hours' | 'digest' | undefined;
  /** It is recorded, and never leaves. */
  readonly suppressed?: SuppressReason | undefined;
}

/** The id of one message: whoever derives it, and however often, it is the same message. */
export const deliveryIdOf = (channel: string, accountId: string, ...about: readonly (string | number)[]): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, accountId, ...about]))
    .digest('hex');

/**
 * Puts messages into their envelopes. An envelope that is open keeps its hour (that of a summary may come nearer); its row is
 * locked until the transaction ends, so that no letter is made of it meanwhile. A message that is known changes nothing.
 */
export async function writeDeliveries(connection: Connection, all: readonly NewDelivery[]): Promise<void> {
  if (all.length === 0) return;
  const waiting = all.filter(({ suppressed }) => suppressed === undefined);
  await openEnvelopes(connection, waiting);
  const column = <T>(read: (each: NewDelivery) => T): T[] => all.map(read);
  const reminder = <T>(read: (delivery: Extract<Delivery, { kind: 'reminder' }>) => T) =>
    all.map(({ delivery }) => (delivery.kind === 'reminder' ? read(delivery) : null));
  const alarm = <T>(read: (delivery: Extract<Delivery, { kind: 'alarm' }>) => T) =>
    all.map(({ delivery }) => (delivery.kind === 'alarm' ? read(delivery) : null));
  await connection.query(
    `insert into ops.delivery (id, channel, account_id, kind, category, lane, created_at, state, reason,
       dossier_id, deadline_id, version, rung, recipients, due_at, note,
       about_letter, about_account, code)
     select id, channel, account_id, kind, category, lane, created_at, state, reason,
       dossier_id, deadline_id, version, rung, string_to_array(recipients, ','), due_at, note,
       about_letter, about_account, code
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::int[], $13::text[], $14::text[], $15::timestamptz[],
       $16::text[], $17::text[], $18::text[], $19::text[])
       as n(id, channel, account_id, kind, category, lane, created_at, state, reason,
         dossier_id, deadline_id, version, rung, recipients, due_at, note,
         about_letter, about_account, code)
     on conflict (id) do nothing`,
    [
      column(({ delivery }) => delivery.id),
      column(({ channel }) => channel),
      column(({ delivery }) => delivery.accountId),
      column(({ delivery }) => delivery.kind),
      column(({ delivery }) => delivery.category),
      column(({ lane }) => lane),
      column(({ delivery }) => delivery.createdAt),
      column(({ held, suppressed }) => (suppressed ? 'suppressed' : held ? 'held' : 'queued')),
      column(({ held, suppressed }) => suppressed ?? held ?? null),
      reminder(({ dossierId }) => dossierId),
      reminder(({ deadlineId }) => deadlineId),
      reminder(({ version }) => version),
      reminder(({ rung }) => rung),
      reminder(({ recipients }) => recipients.join(',')),
      reminder(({ dueAt }) => dueAt),
      reminder(({ note }) => note ?? null),
      alarm(({ aboutLetter }) => aboutLetter),
      alarm(({ aboutAccount }) => aboutAccount),
      alarm(({ code }) => code),
    ],
  );
}

/** In one order in every process: two that lock envelopes crosswise would wait for each other. */
async function openEnvelopes(connection: Connection, waiting: readonly NewDelivery[]): Promise<void> {
  const envelopes = new Map<string, NewDelivery>();
  for (const each of waiting) {
    const key = JSON.stringify([each.delivery.accountId, each.channel, each.lane]);
    const known = envelopes.get(key);
    if (!known || each.closesAt < known.closesAt) envelopes.set(key, each);
  }
  const sorted = [...envelopes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
  await connection.query(
    `insert into ops.envelope as e (account_id, channel, lane, closes_at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
     on conflict (account_id, channel, lane) do update set closes_at =
       case when e.lane = 'digest' then least(e.closes_at, excluded.closes_at) else e.closes_at end`,
    [
      sorted.map(({ delivery }) => delivery.accountId),
      sorted.map(({ channel }) => channel),
      sorted.map(({ lane }) => lane),
      sorted.map(({ closesAt }) => closesAt),
    ],
  );
}
