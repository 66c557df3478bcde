import type { Clock } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import type { Account } from '../account.js';
import type { Accounts } from '../accounts.js';

/** Who a provider says somebody is. */
export interface ProviderSubject {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the provider has verified it. */
  readonly verifiedEmail?: string;
}

/** Which person at a provider is which account here. No account is ever made by itself. */
export class OidcLinks {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** The account that is linked; the first time, the one open account with the verified e-mail address. */
  async accountOf({ issuer, subject, verifiedEmail }: ProviderSubject): Promise<Account | undefined> {
    const { rows } = await this.database.query<{ account_id: string }>(
      'select account_id from ops.oidc_link where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    if (rows[0]) return this.accounts.findOpen(rows[0].account_id);
    const account = verifiedEmail === undefined ? undefined : await this.accounts.findByEmail(verifiedEmail);
    if (!account) return undefined;
    // An account that is another subject's already is not handed over with its address.
    const { rowCount } = await this.database.query(
      `insert into ops.oidc_link (issuer, subject, account_id, linked_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [issuer, subject, account.id, this.clock.now()],
    );
    if (rowCount === 1) return account;
    const { rows: raced } = await this.database.query(
      'select 1 from ops.oidc_link where issuer = $1 and subject = $2 and account_id = $3',
      [issuer, subject, account.id],
    );
    return raced.length === 1 ? account : undefined;
  }
}
