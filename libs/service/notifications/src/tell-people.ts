import { remainingAt } from '#libs/domain/calendar';
import type { ReminderRules, Ringing, RingingSink, Telling } from '#libs/engine/deadlines';
import type { Connection, Queryable } from '#libs/platform/postgres';
import { type Channel, type Reach, reachOf } from './channel.port.js';
import type { ReminderDelivery } from './delivery.js';
import type { Directory } from './directory.port.js';
import { MemoDirectory } from './memo-directory.js';
import { Choices } from './preferences.js';
import { type Addressee, resolveRecipients } from './resolve-recipients.js';
import type { SendingRules } from './sending-rules.js';
import { deliveryIdOf, type NewDelivery, writeDeliveries } from './write-deliveries.js';

/** A ringing and the people it reaches. */
interface Told {
  readonly ringing: Ringing;
  readonly addressees: readonly Addressee[];
  readonly left: ReturnType<typeof remainingAt>;
}

export interface TellPeopleOptions {
  readonly database: Queryable;
  readonly directory: Directory;
  readonly rules: ReminderRules;
  readonly sending: SendingRules;
  readonly channels: readonly Channel[];
}

/** Writes down who is to be told of rungs, in the transaction that settles them. Unique keys make a repeat change nothing. */
export class TellPeople implements RingingSink {
  readonly #options: TellPeopleOptions;

  constructor(options: TellPeopleOptions) {
    this.#options = options;
  }

  async prepare(ringings: readonly Ringing[]): Promise<Telling> {
    const { database, directory } = this.#options;
    const chart = new MemoDirectory(directory);
    const told = new Map<Ringing['key'], Told>();
    for (const ringing of ringings) {
      const { dossier, deadline, rung, key } = ringing;
      const addressees = await resolveRecipients(chart, dossier, deadline, rung.to);
      told.set(key, { ringing, addressees, left: this.#left(ringing) });
    }
    const texts = new Map([...told].map(([key, each]) => [JSON.stringify(key), each]));
    const accounts = new Set([...told.values()].flatMap(({ addressees }) => addressees.map(accountOf)));
    const choices = await Choices.of(database, [...accounts]);
    const people = [...told.values()].flatMap(({ addressees }) => addressees.map(({ recipient }) => recipient));
    const reach = await reachOf(this.#options.channels, people);
    return async (connection, rung) => {
      const all = rung.map(({ key }) => texts.get(JSON.stringify(key))).filter((each) => each !== undefined);
      await insertNotifications(connection, this.#options.sending, all);
      await writeDeliveries(
        connection,
        all.flatMap((each) =>
          each.addressees.flatMap((addressee) => this.#deliveries(each, addressee, choices, reach)),
        ),
      );
      return rung.map(({ key }) => texts.get(JSON.stringify(key))?.addressees.length ?? 0);
    };
  }

  /** On each channel at most one message. The application itself is none of them: what is shown there needs no sending. */
  #deliveries({ ringing }: Told, addressee: Addressee, choices: Choices, reach: Reach): NewDelivery[] {
    const { sending, channels } = this.#options;
    const { key, rung, deadline, now } = ringing;
    const { recipient, note } = addressee;
    const { accountId } = recipient;
    const { dueAt } = deadline.terms;
    const category = sending.categoryOf({ now, dueAt });
    const atOnce = rung.channel.includes('email');
    if (!atOnce && !rung.channel.includes('digest')) return [];
    return channels.flatMap((channel): NewDelivery[] => {
      const choice = choices.choice(accountId, category, channel.name);
      if (!reach.get(channel.name)?.has(accountId) || (choice === 'off' && !channel.defaultOn)) return [];
      // The summary is a letter; other channels carry nothing that can wait for it.
      if (!atOnce && channel.name !== 'email') return [];
      const lane = !atOnce || choice === 'digest' ? 'digest' : sending.laneOf(category);
      const { closesAt, held } = sending.closing(lane, now, rung.at, choices.quietHours(accountId));
      const delivery: ReminderDelivery = {
        ...key,
        id: deliveryIdOf(channel.name, accountId, key.dossierId, key.deadlineId, key.version, key.rung),
        kind: 'reminder',
        accountId,
        category,
        createdAt: now,
        recipients: rung.to,
        dueAt,
        ...(note ? { note } : {}),
      };
      const suppressed = choice === 'off' ? 'preference' : undefined;
      return [{ delivery, channel: channel.name, lane, closesAt, held, suppressed }];
    });
  }

  #left({ deadline, now }: Ringing): ReturnType<typeof remainingAt> {
    const { calendar, dueAt } = deadline.terms;
    const days = this.#options.rules.calendar(calendar.id);
    if (!days) throw new Error(`A rung was planned by the calendar ${calendar.id}, which is not there.`);
    return remainingAt(days, now, dueAt);
  }
}

const accountOf = ({ recipient }: Addressee): string => recipient.accountId;

async function insertNotifications(
  connection: Connection,
  sending: SendingRules,
  told: readonly Told[],
): Promise<void> {
  const rows = told.flatMap(({ ringing, addressees, left }) => {
    const { channel: channels } = ringing.rung;
    const channel = channels.includes('in_app') ? 'in_app' : channels.includes('digest') ? 'digest' : undefined;
    return channel ? addressees.map((addressee) => ({ ...addressee, ...ringing, channel, left })) : [];
  });
  if (rows.length === 0) return;
  const column = <T>(read: (row: (typeof rows)[number]) => T): T[] => rows.map(read);
  await connection.query(
    `insert into ops.notification (account_id, note, dossier_id, deadline_id, version, rung, channel, clock, due_at,
       working_days_left, rung_at, category)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[],
       $9::timestamptz[], $10::int[], $11::timestamptz[], $12::text[])
     on conflict do nothing`,
    [
      column(({ recipient }) => recipient.accountId),
      column(({ note }) => note ?? null),
      column(({ key }) => key.dossierId),
      column(({ key }) => key.deadlineId),
      column(({ key }) => key.version),
      column(({ key }) => key.rung),
      column(({ channel }) => channel),
      column(({ deadline }) => deadline.terms.clock),
      column(({ deadline }) => deadline.terms.dueAt),
      column(({ left }) => left.workingDays),
      column(({ now }) => now),
      column(({ now, deadline }) => sending.categoryOf({ now, dueAt: deadline.terms.dueAt })),
    ],
  );
}
