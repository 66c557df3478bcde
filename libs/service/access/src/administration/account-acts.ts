import type { Clock, Instant } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';

/** What an operator may do to somebody's account. */
export const accountActs = [
  'opened',
  'closed',
  'reopened',
  'one-time-password',
  'second-factor-reset',
  'token-issued',
  'token-revoked',
  'session-revoked',
] as const;
export type AccountAct = (typeof accountActs)[number];

/** One act, as it is kept for ever. No secret and no name. */
export interface RecordedAct {
  readonly ordinal: number;
  readonly at: Instant;
  /** The account that did it; `command-line` for somebody at the machine itself. */
  readonly actorId: string;
  readonly act: AccountAct;
  readonly accountId: string;
}

/** The record of what was done to accounts, only ever added to. */
export class AccountActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(actorId: string, act: AccountAct, accountId: string): Promise<void> {
    await this.database.query('insert into ops.account_act (at, actor_id, act, account_id) values ($1, $2, $3, $4)', [
      this.clock.now(),
      actorId,
      act,
      accountId,
    ]);
  }

  /** The newest first, from behind an ordinal. */
  async list({ before, limit }: { readonly before?: number; readonly limit: number }): Promise<readonly RecordedAct[]> {
    const { rows } = await this.database.query<{
      id: number;
      at: Instant;
      actor_id: string;
      act: AccountAct;
      account_id: string;
    }>(
      `select id, at, actor_id, act, account_id from ops.account_act
       where $1::bigint is null or id < $1 order by id desc limit $2`,
      [before ?? null, limit],
    );
    return rows.map((row) => ({
      ordinal: row.id,
      at: row.at,
      actorId: row.actor_id,
      act: row.act,
      accountId: row.account_id,
    }));
  }
}
