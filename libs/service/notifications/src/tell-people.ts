import { createHash } from 'node:crypto';
import { remainingAt } from '#libs/domain/calendar';
import type { Reached, ReminderRules, Ringing, RingingSink, RungKey } from '#libs/engine/deadlines';
import type { Connection } from '#libs/platform/postgres';
import type { Directory } from './directory.port.js';
import { type Addressee, resolveRecipients } from './resolve-recipients.js';

/** The id of the letter to one account about one rung: whoever derives it, and however often, it is the same letter. */
export const deliveryIdOf = (accountId: string, { dossierId, deadlineId, version, rung }: RungKey): string =>
  createHash('sha256')
    .update(JSON.stringify(['email', accountId, dossierId, deadlineId, version, rung]))
    .digest('hex');

/** `<…@host>`: the same for every attempt to send the letter, so that a receiver sees one message. */
export const messageIdOf = (deliveryId: string, host: string): string => `<${deliveryId}@${host}>`;

/** Writes down who is to be told of a rung, in the transaction that settles it. Unique keys make a repeat change nothing. */
export class TellPeople implements RingingSink {
  constructor(
    private readonly directory: Directory,
    private readonly rules: ReminderRules,
    private readonly host: string,
  ) {}

  async prepare(ringing: Ringing): Promise<(connection: Connection) => Promise<Reached>> {
    const { dossier, deadline, rung } = ringing;
    const addressees = await resolveRecipients(this.directory, dossier, deadline, rung.to);
    return async (connection) => {
      const channel = rung.channel.includes('in_app')
        ? 'in_app'
        : rung.channel.includes('digest')
          ? 'digest'
          : undefined;
      if (channel) await this.#insertNotifications(connection, ringing, channel, addressees);
      if (!rung.channel.includes('email')) return { people: addressees.length, deliveryIds: [] };
      const withAddress = addressees.filter(({ recipient }) => recipient.email !== undefined);
      return { people: addressees.length, deliveryIds: await this.#insertDeliveries(connection, ringing, withAddress) };
    };
  }

  async #insertNotifications(
    connection: Connection,
    { key, deadline, now }: Ringing,
    channel: 'in_app' | 'digest',
    addressees: readonly Addressee[],
  ): Promise<void> {
    const { clock, dueAt } = deadline.terms;
    await connection.query(
      `insert into ops.notification
         (account_id, note, dossier_id, deadline_id, version, rung, channel, clock, due_at, working_days_left, rung_at)
       select a.account_id, a.note, $3, $4, $5, $6, $7, $8, $9, $10, $11
       from unnest($1::text[], $2::text[]) as a(account_id, note)
       on conflict do nothing`,
      [
        ...columns(addressees),
        key.dossierId,
        key.deadlineId,
        key.version,
        key.rung,
        channel,
        clock,
        dueAt,
        this.#left(deadline.terms, now).workingDays,
        now,
      ],
    );
  }

  async #insertDeliveries(
    connection: Connection,
    { key, deadline, now }: Ringing,
    addressees: readonly Addressee[],
  ): Promise<readonly string[]> {
    const { workingDays, exact } = this.#left(deadline.terms, now);
    const ids = addressees.map(({ recipient }) => deliveryIdOf(recipient.accountId, key));
    const { rows } = await connection.query<{ id: string }>(
      `insert into ops.delivery (account_id, note, id, message_id, channel,
         dossier_id, deadline_id, version, rung, due_at, working_days_left, days_exact, rung_at)
       select a.account_id, a.note, a.id, a.message_id, 'email', $5, $6, $7, $8, $9, $10, $11, $12
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as a(account_id, note, id, message_id)
       on conflict do nothing returning id`,
      [
        ...columns(addressees),
        ids,
        ids.map((id) => messageIdOf(id, this.host)),
        key.dossierId,
        key.deadlineId,
        key.version,
        key.rung,
        deadline.terms.dueAt,
        workingDays,
        exact,
        now,
      ],
    );
    return rows.map(({ id }) => id);
  }

  #left({ calendar: { id }, dueAt }: Ringing['deadline']['terms'], now: string) {
    const calendar = this.rules.calendar(id);
    if (!calendar) throw new Error(`A rung was planned by the calendar ${id}, which is not there.`);
    return remainingAt(calendar, now, dueAt);
  }
}

const columns = (addressees: readonly Addressee[]): [string[], (string | null)[]] => [
  addressees.map(({ recipient }) => recipient.accountId),
  addressees.map(({ note }) => note ?? null),
];
