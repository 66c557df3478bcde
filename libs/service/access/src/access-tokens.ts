import type { Clock, Instant } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import type { Account } from './account.js';
import { type AccountRow, accountColumns, toAccount } from './account-row.js';
import { digestOf, randomSecret } from './digest.js';

/** An access token as it may be shown: never the token itself. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  /** Null: it does not expire. */
  readonly expiresAt: Instant | null;
  /** To the hour; null for one that was never used. */
  readonly lastUsedAt: Instant | null;
}

const HOUR_MS = 3_600_000;

/** Tokens by which machines come in. Only their digests are kept. */
export class AccessTokens {
  /** @param open the condition under which an account `a` may come in */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly open: string,
  ) {}

  async holderOf(token: string): Promise<Account | undefined> {
    const now = this.clock.now();
    const { rows } = await this.database.query<AccountRow & { token_id: string; last_used_at: Instant | null }>(
      `select ${accountColumns}, t.id as token_id, t.last_used_at
       from ops.access_token t join ops.account a on a.id = t.account_id
       where t.digest = $1 and (t.expires_at is null or t.expires_at > $2) and ${this.open}`,
      [digestOf(token), now],
    );
    const [row] = rows;
    if (!row) return undefined;
    const hour = new Date(Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS).toISOString();
    if (row.last_used_at !== hour)
      await this.database.query('update ops.access_token set last_used_at = $2 where id = $1', [row.token_id, hour]);
    return toAccount(row);
  }

  /** Gives out a token with a name, for so long. It is shown once. */
  async issue(
    accountId: string,
    { name, expiresAt }: { readonly name: string; readonly expiresAt: Instant },
  ): Promise<{ readonly id: string; readonly token: string }> {
    const token = randomSecret();
    const { rows } = await this.database.query<{ id: string }>(
      `insert into ops.access_token (digest, account_id, name, created_at, expires_at)
       values ($1, $2, $3, $4, $5) returning id`,
      [digestOf(token), accountId, name, this.clock.now(), expiresAt],
    );
    return { id: rows[0]?.id ?? '', token };
  }

  /** Lets a token count that was made elsewhere, or a new one. */
  async put(accountId: string, token: string = randomSecret(24)): Promise<string> {
    await this.database.query(
      'insert into ops.access_token (digest, account_id) values ($1, $2) on conflict (digest) do nothing',
      [digestOf(token), accountId],
    );
    return token;
  }

  /** Those that still count, newest first. */
  async list(accountId: string): Promise<readonly AccessToken[]> {
    const { rows } = await this.database.query<{
      id: string;
      name: string;
      created_at: Instant;
      expires_at: Instant | null;
      last_used_at: Instant | null;
    }>(
      `select id, name, created_at, expires_at, last_used_at from ops.access_token
       where account_id = $1 and (expires_at is null or expires_at > $2) order by created_at desc, id`,
      [accountId, this.clock.now()],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
    }));
  }

  /** @returns whether there was such a token. */
  async revoke(accountId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.database.query('delete from ops.access_token where account_id = $1 and id = $2', [
      accountId,
      id,
    ]);
    return rowCount === 1;
  }
}
