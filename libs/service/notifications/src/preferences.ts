import type { QuietSpan } from '#libs/domain/calendar';
import { type Bilingual, type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Connection, Database, Queryable } from '#libs/platform/postgres';
import { messageCategories, type MessageCategory, type NotificationLaw } from '#libs/service/law';

/** What somebody gets of a category on a channel: at once, with the daily summary, or nothing. */
export type Choice = 'on' | 'digest' | 'off';

/** Channels on which people choose. */
export const choosableChannels = ['in_app', 'email', 'webhook'] as const;
export type ChoosableChannel = (typeof choosableChannels)[number];

export interface CategoryPreference {
  readonly category: MessageCategory;
  readonly names: Bilingual;
  readonly statutory: boolean;
  readonly channels: Readonly<
    Record<ChoosableChannel, { readonly choice: Choice; readonly choices: readonly Choice[] }>
  >;
}

export interface Preferences {
  readonly categories: readonly CategoryPreference[];
  /** Quiet hours of one's own, besides the office's; hours in Asia/Ho_Chi_Minh. */
  readonly quietHours: QuietSpan | null;
}

/** What somebody wants changed. */
export interface PreferenceChange {
  readonly choices: readonly {
    readonly category: MessageCategory;
    readonly channel: ChoosableChannel;
    readonly choice: Choice;
  }[];
  /** `null` gives one's own quiet hours up; `undefined` leaves them. */
  readonly quietHours?: QuietSpan | null | undefined;
}

/** Who changes preferences, and by which way: in his settings, or with the link of a letter. */
export interface ChangedBy {
  readonly accountId: string;
  readonly via: 'settings' | 'one_click';
}

/**
 * What may be chosen. What is about a duty cannot be switched off inside the application, and its letters can at most wait
 * for the daily summary; the summary is a letter, so only e-mail has that choice.
 */
export function choicesOf(
  law: NotificationLaw,
  category: MessageCategory,
  channel: ChoosableChannel,
): readonly Choice[] {
  const { statutory, ignoresQuietHours } = law.categories[category];
  if (channel === 'webhook') return ['on', 'off'];
  if (channel === 'in_app') return statutory ? ['on'] : ['on', 'off'];
  if (statutory) return ignoresQuietHours ? ['on'] : ['on', 'digest'];
  return ignoresQuietHours ? ['on', 'off'] : ['on', 'digest', 'off'];
}

export const defaultChoice = (channel: string): Choice => (channel === 'webhook' ? 'off' : 'on');

/** What was chosen by several accounts, at one look. */
export class Choices {
  private constructor(
    private readonly chosen: ReadonlyMap<string, Choice>,
    private readonly quiet: ReadonlyMap<string, QuietSpan>,
  ) {}

  static async of(connection: Queryable, accountIds: readonly string[]): Promise<Choices> {
    const chosen = await connection.query<{ account_id: string; category: string; channel: string; choice: Choice }>(
      `select account_id, category, channel, choice from ops.notification_preference where account_id = any($1)`,
      [accountIds],
    );
    const quiet = await connection.query<{ account_id: string; quiet_from: string; quiet_until: string }>(
      `select account_id, quiet_from, quiet_until from ops.notification_quiet where account_id = any($1)`,
      [accountIds],
    );
    return new Choices(
      new Map(chosen.rows.map((row) => [`${row.account_id} ${row.category} ${row.channel}`, row.choice])),
      new Map(quiet.rows.map((row) => [row.account_id, { from: row.quiet_from, until: row.quiet_until }])),
    );
  }

  choice(accountId: string, category: MessageCategory, channel: string): Choice {
    return this.chosen.get(`${accountId} ${category} ${channel}`) ?? defaultChoice(channel);
  }

  quietHours(accountId: string): QuietSpan | undefined {
    return this.quiet.get(accountId);
  }
}

/** The whole matrix of one account. */
export async function preferencesOf(
  connection: Queryable,
  law: NotificationLaw,
  accountId: string,
): Promise<Preferences> {
  const chosen = await Choices.of(connection, [accountId]);
  const cell = (category: MessageCategory, channel: ChoosableChannel) => ({
    choice: chosen.choice(accountId, category, channel),
    choices: choicesOf(law, category, channel),
  });
  return {
    categories: messageCategories.map((category) => ({
      category,
      names: law.categories[category].names,
      statutory: law.categories[category].statutory,
      channels: {
        in_app: cell(category, 'in_app'),
        email: cell(category, 'email'),
        webhook: cell(category, 'webhook'),
      },
    })),
    quietHours: chosen.quietHours(accountId) ?? null,
  };
}

/**
 * Changes what an account gets, all or nothing, and records each change that is one. Refuses `PREFERENCE_NOT_ALLOWED` for a
 * choice that there is not.
 */
export async function changePreferences(
  database: Database,
  law: NotificationLaw,
  accountId: string,
  change: PreferenceChange,
  by: ChangedBy,
): Promise<Decision<void>> {
  for (const { category, channel, choice } of change.choices) {
    const choices = choicesOf(law, category, channel);
    if (!choices.includes(choice)) return refuse('PREFERENCE_NOT_ALLOWED', { params: { category, channel, choices } });
  }
  await database.transaction(async (connection) => {
    // One change of an account after the other, so that what is recorded as before was before.
    await connection.query(`select pg_advisory_xact_lock(hashtextextended('preferences ' || $1, 0))`, [accountId]);
    const before = await Choices.of(connection, [accountId]);
    for (const { category, channel, choice } of change.choices) {
      const was = before.choice(accountId, category, channel);
      if (was === choice) continue;
      await connection.query(
        `insert into ops.notification_preference (account_id, category, channel, choice) values ($1, $2, $3, $4)
         on conflict (account_id, category, channel) do update set choice = excluded.choice`,
        [accountId, category, channel, choice],
      );
      await record(connection, accountId, by, `${category}/${channel}`, was, choice);
    }
    if (change.quietHours !== undefined) {
      await changeQuietHours(connection, accountId, before.quietHours(accountId), change.quietHours, by);
    }
  });
  return ok(undefined);
}

async function changeQuietHours(
  connection: Connection,
  accountId: string,
  was: QuietSpan | undefined,
  wanted: QuietSpan | null,
  by: ChangedBy,
): Promise<void> {
  const text = (span: QuietSpan | null | undefined) => (span ? `${span.from}-${span.until}` : null);
  if (text(was) === text(wanted)) return;
  await connection.query(`delete from ops.notification_quiet where account_id = $1`, [accountId]);
  if (wanted) {
    await connection.query(
      `insert into ops.notification_quiet (account_id, quiet_from, quiet_until) values ($1, $2, $3)`,
      [accountId, wanted.from, wanted.until],
    );
  }
  await record(connection, accountId, by, 'quiet_hours', text(was), text(wanted));
}

const record = (
  connection: Connection,
  accountId: string,
  by: ChangedBy,
  what: string,
  before: string | null,
  after: string | null,
) =>
  connection.query(
    `insert into ops.preference_change (account_id, changed_by, via, what, before, after) values ($1, $2, $3, $4, $5, $6)`,
    [accountId, by.accountId, by.via, what, before, after],
  );
