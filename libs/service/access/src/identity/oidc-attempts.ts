import type { Clock } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { digestOf, randomSecret } from '../digest.js';

/** What is kept between the way to the provider and the way back. */
export interface OidcAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Long enough to look for one's telephone. */
export const OIDC_ATTEMPT_MS = 10 * 60_000;

/** Attempts on their way, by a handle that only the browser has. Each is taken out once. */
export class OidcAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async put({ state, nonce, verifier }: OidcAttempt): Promise<string> {
    const handle = randomSecret();
    const now = this.clock.now();
    await this.database.query('delete from ops.oidc_attempt where expires_at <= $1', [now]);
    await this.database.query(
      'insert into ops.oidc_attempt (digest, state, nonce, verifier, expires_at) values ($1, $2, $3, $4, $5)',
      [digestOf(handle), state, nonce, verifier, new Date(Date.parse(now) + OIDC_ATTEMPT_MS).toISOString()],
    );
    return handle;
  }

  /** `undefined` for one that is not known, was taken already or is too late. */
  async take(handle: string): Promise<OidcAttempt | undefined> {
    const { rows } = await this.database.query<{ state: string; nonce: string; verifier: string; in_time: boolean }>(
      'delete from ops.oidc_attempt where digest = $1 returning state, nonce, verifier, expires_at > $2 as in_time',
      [digestOf(handle), this.clock.now()],
    );
    const [row] = rows;
    return row?.in_time ? { state: row.state, nonce: row.nonce, verifier: row.verifier } : undefined;
  }
}
