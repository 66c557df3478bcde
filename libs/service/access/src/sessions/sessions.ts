import { randomUUID } from 'node:crypto';
import type { Clock, Instant } from '#libs/domain/kernel';
import type { Database, Queryable } from '#libs/platform/postgres';
import type { Account } from '../account.js';
import { type AccountRow, toAccount } from '../account-row.js';
import { digestOf, randomSecret } from '../digest.js';
import { type Session, type SessionRow, sessionColumns, toSession } from './session.js';

export interface SessionTimes {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** "Last seen" is to the minute: a write for every request would cost more than it tells. */
const SEEN_EVERY_MS = 60_000;

export interface NewSession {
  readonly accountId: string;
  readonly via: Session['via'];
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  /** Already coarse. */
  readonly userAgent: string;
}

/** Sessions of people in browsers, in `ops.session`. Only a digest of each secret is kept. */
export class Sessions {
  /** @param open the condition under which an account `a` may come in */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly times: SessionTimes,
    private readonly open: string,
  ) {}

  /** Begins a session under a new secret, which the browser keeps. Those that have ended are cleared away. */
  async begin(given: NewSession): Promise<{ readonly secret: string; readonly session: Session }> {
    const now = this.clock.now();
    const secret = randomSecret();
    await this.database.query('delete from ops.session where ends_at <= $1 or last_seen_at <= $2', [
      now,
      this.#idle(now),
    ]);
    const { rows } = await this.database.query<SessionRow>(
      `insert into ops.session as s (digest, id, account_id, via, second_factor, must_change, user_agent, created_at, last_seen_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9) returning ${sessionColumns}`,
      [
        digestOf(secret),
        randomUUID(),
        given.accountId,
        given.via,
        given.secondFactor,
        given.mustChangePassword,
        given.userAgent,
        now,
        later(now, this.times.absoluteMs),
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('A session was not stored.');
    return { secret, session: toSession(row) };
  }

  /** Whose session a secret opens, unless it has ended, was revoked, nobody came for too long, or the account may not come in. */
  async find(secret: string): Promise<{ readonly session: Session; readonly account: Account } | undefined> {
    const now = this.clock.now();
    const { rows } = await this.database.query<SessionRow & { account: AccountRow }>(
      `select ${sessionColumns}, to_jsonb(a) as account
       from ops.session s join ops.account a on a.id = s.account_id
       where s.digest = $1 and s.ends_at > $2 and s.last_seen_at > $3 and ${this.open}`,
      [digestOf(secret), now, this.#idle(now)],
    );
    const [row] = rows;
    if (!row) return undefined;
    const session = toSession(row);
    if (Date.parse(now) - Date.parse(session.lastSeenAt) >= this.#seenEvery())
      await this.database.query('update ops.session set last_seen_at = $2 where id = $1', [session.id, now]);
    return { session, account: toAccount(row.account) };
  }

  /** An account's sessions that have not ended, the newest first. */
  async list(accountId: string): Promise<readonly Session[]> {
    const now = this.clock.now();
    const { rows } = await this.database.query<SessionRow>(
      `select ${sessionColumns} from ops.session s
       where s.account_id = $1 and s.ends_at > $2 and s.last_seen_at > $3 order by s.created_at desc, s.id`,
      [accountId, now, this.#idle(now)],
    );
    return rows.map(toSession);
  }

  /** @returns whether the account had such a session. */
  async revoke(accountId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.database.query('delete from ops.session where account_id = $1 and id = $2', [
      accountId,
      id,
    ]);
    return rowCount === 1;
  }

  /** Ends the session of a secret, if there is one. */
  async end(secret: string): Promise<void> {
    await this.database.query('delete from ops.session where digest = $1', [digestOf(secret)]);
  }

  /** Ends all sessions of an account but one. */
  async endAll(accountId: string, but?: string, queryable: Queryable = this.database): Promise<void> {
    await queryable.query('delete from ops.session where account_id = $1 and ($2::uuid is null or id <> $2)', [
      accountId,
      but ?? null,
    ]);
  }

  /** The one-time password that it began with was changed. */
  async passwordChanged(id: string): Promise<void> {
    await this.database.query('update ops.session set must_change = false where id = $1', [id]);
  }

  /** Whoever is in it has shown his second factor. */
  async confirm(id: string): Promise<void> {
    await this.database.query('update ops.session set second_factor = true where id = $1', [id]);
  }

  #idle(now: Instant): Instant {
    return later(now, -this.times.idleMs);
  }

  #seenEvery(): number {
    return Math.min(SEEN_EVERY_MS, this.times.idleMs / 10);
  }
}

const later = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();
