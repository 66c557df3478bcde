import type { Clock, Instant } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { randomSecret } from '../digest.js';
import { type PasswordHasher, argon2id, hashOfNobody, isWeaker } from './password-hash.js';

/** A one-time password has to be used within so long. */
const ONE_TIME_MS = 72 * 3_600_000;

/** What a right password tells. */
export interface PasswordMatch {
  /** It was given out by an operator and only serves to be changed. */
  readonly mustChange: boolean;
}

interface PasswordRow {
  hash: string;
  must_change: boolean;
  expires_at: Instant | null;
}

/** The passwords of accounts, as hashes, in `ops.password`. */
export class Passwords {
  #nobody: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hasher: PasswordHasher = argon2id,
  ) {}

  /**
   * Whether it is the account's password. The same work is done for an account that does not exist or has none: one row is
   * looked for and one hash is computed. A hash of older, weaker parameters is replaced by the way.
   */
  async match(accountId: string | undefined, password: string): Promise<PasswordMatch | undefined> {
    const { rows } = await this.database.query<PasswordRow>(
      'select hash, must_change, expires_at from ops.password where account_id = $1',
      [accountId ?? ''],
    );
    const [row] = rows;
    const right = await this.hasher.verify(row?.hash ?? (await (this.#nobody ??= hashOfNobody(this.hasher))), password);
    if (!row || accountId === undefined || !right) return undefined;
    if (row.expires_at !== null && row.expires_at <= this.clock.now()) return undefined;
    if (isWeaker(row.hash))
      // Only over the hash that was compared with: meanwhile the password may have been changed.
      await this.database.query('update ops.password set hash = $2 where account_id = $1 and hash = $3', [
        accountId,
        await this.hasher.hash(password),
        row.hash,
      ]);
    return { mustChange: row.must_change };
  }

  async isSet(accountId: string): Promise<boolean> {
    const { rows } = await this.database.query('select 1 from ops.password where account_id = $1', [accountId]);
    return rows.length > 0;
  }

  /** Whether the account has still to change a one-time password. */
  async mustChange(accountId: string): Promise<boolean> {
    const { rows } = await this.database.query<{ must_change: boolean }>(
      'select must_change from ops.password where account_id = $1',
      [accountId],
    );
    return rows[0]?.must_change ?? false;
  }

  /** Sets a password that was checked by `checkPassword`. */
  async set(accountId: string, password: string): Promise<void> {
    await this.#put(accountId, password, false, null);
  }

  /** Makes a password that lasts 72 hours and lets its owner do nothing but choose his own. Shown once. */
  async setOneTime(accountId: string): Promise<{ readonly password: string; readonly expiresAt: Instant }> {
    const password = randomSecret(15);
    const expiresAt = new Date(Date.parse(this.clock.now()) + ONE_TIME_MS).toISOString();
    await this.#put(accountId, password, true, expiresAt);
    return { password, expiresAt };
  }

  async #put(accountId: string, password: string, mustChange: boolean, expiresAt: Instant | null): Promise<void> {
    await this.database.query(
      `insert into ops.password (account_id, hash, must_change, expires_at, set_at) values ($1, $2, $3, $4, $5)
       on conflict (account_id) do update set
         hash = excluded.hash, must_change = excluded.must_change, expires_at = excluded.expires_at, set_at = excluded.set_at`,
      [accountId, await this.hasher.hash(password), mustChange, expiresAt, this.clock.now()],
    );
  }
}
