import type { Instant } from '#libs/domain/kernel';

/** Somebody who signed in with a browser, until he signs out or time ends it. */
export interface Session {
  /** Names it in lists; it opens nothing. */
  readonly id: string;
  readonly accountId: string;
  readonly via: 'password' | 'oidc';
  /** Whether a second factor was shown in it. */
  readonly secondFactor: boolean;
  /** Whether it began with a one-time password, which has to be changed before anything else. */
  readonly mustChangePassword: boolean;
  /** `Firefox, Windows`. */
  readonly userAgent: string;
  readonly createdAt: Instant;
  /** To the minute. */
  readonly lastSeenAt: Instant;
  /** It ends then in any case. */
  readonly endsAt: Instant;
}

export interface SessionRow {
  id: string;
  account_id: string;
  via: 'password' | 'oidc';
  second_factor: boolean;
  must_change: boolean;
  user_agent: string;
  created_at: Instant;
  last_seen_at: Instant;
  ends_at: Instant;
}

export const sessionColumns =
  's.id, s.account_id, s.via, s.second_factor, s.must_change, s.user_agent, s.created_at, s.last_seen_at, s.ends_at';

export const toSession = (row: SessionRow): Session => ({
  id: row.id,
  accountId: row.account_id,
  via: row.via,
  secondFactor: row.second_factor,
  mustChangePassword: row.must_change,
  userAgent: row.user_agent,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  endsAt: row.ends_at,
});
