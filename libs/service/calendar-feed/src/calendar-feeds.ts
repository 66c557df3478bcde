import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Địa chỉ lịch cá nhân: the secret under which a calendar program reads somebody's deadlines. It has no other password, so
 * it is long, shown once, and can be taken back.
 */
export class CalendarFeeds {
  constructor(private readonly database: Queryable) {}

  /** Gives an account a new secret, in place of the one it had. */
  async open(accountId: string): Promise<string> {
    const secret = randomBytes(24).toString('base64url');
    await this.database.query(
      `insert into ops.calendar_feed (account_id, digest) values ($1, $2)
       on conflict (account_id) do update set digest = excluded.digest, created_at = excluded.created_at`,
      [accountId, digestOf(secret)],
    );
    return secret;
  }

  /** From now on the address answers nobody. Asked again, it changes nothing. */
  async close(accountId: string): Promise<void> {
    await this.database.query('delete from ops.calendar_feed where account_id = $1', [accountId]);
  }

  /** Since when the account has an address; `undefined` when it has none. */
  async openSince(accountId: string): Promise<Instant | undefined> {
    const { rows } = await this.database.query<{ created_at: Instant }>(
      'select created_at from ops.calendar_feed where account_id = $1',
      [accountId],
    );
    return rows[0]?.created_at;
  }

  /** Whose calendar it is; `undefined` for an unknown secret. Looked up by digest, so that timing tells nothing about one. */
  async accountOf(secret: string): Promise<string | undefined> {
    const { rows } = await this.database.query<{ account_id: string }>(
      'select account_id from ops.calendar_feed where digest = $1',
      [digestOf(secret)],
    );
    return rows[0]?.account_id;
  }
}
