import type { Clock } from '#libs/domain/kernel';
import type { SignInConfig } from '#libs/platform/config';
import type { Database } from '#libs/platform/postgres';
import type { Account } from './account.js';
import type { Accounts, RolesOf } from './accounts.js';
import { AccountActs } from './administration/account-acts.js';
import { AccountAdministration } from './administration/account-administration.js';
import type { Identified } from './identity/identity-provider.js';
import { OidcAttempts } from './identity/oidc-attempts.js';
import { OidcIdentity } from './identity/oidc-identity.js';
import { OidcLinks } from './identity/oidc-links.js';
import { PasswordIdentity } from './identity/password-identity.js';
import { Attempts } from './limits/attempts.js';
import { RateLimit } from './limits/rate-limit.js';
import type { Passwords } from './passwords/passwords.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SecretBox } from './second-factor/secret-box.js';
import type { Session } from './sessions/session.js';
import { Sessions } from './sessions/sessions.js';

export interface SignInOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  /** The one question about roles: does somebody's role demand a second factor? */
  readonly rolesOf: RolesOf;
  readonly config: SignInConfig;
  /** 32 bytes in base64, as `readSecretKey` gives them. */
  readonly secretKey: string;
  readonly onTrouble: (error: unknown) => void;
}

/** A typing hand is forgiven five times, a whole office behind one address twenty. */
const FREE_BY_ACCOUNT = 5;
const FREE_BY_ADDRESS = 20;

/** Why a session may do nothing but complete itself. */
export type Incomplete = 'SECOND_FACTOR_REQUIRED' | 'PASSWORD_MUST_CHANGE';

/** All that coming in needs, joined once for a process. */
export class SignIn {
  readonly accounts: Accounts;
  readonly rolesOf: RolesOf;
  readonly passwords: Passwords;
  readonly factors: SecondFactors;
  readonly sessions: Sessions;
  readonly byPassword: PasswordIdentity;
  /** Absent where no provider is configured. */
  readonly byOidc?: OidcIdentity;
  readonly acts: AccountActs;
  readonly administration: AccountAdministration;
  readonly rate: RateLimit;
  readonly #totpRoles: SignInConfig['totpRoles'];

  constructor({ database, clock, accounts, passwords, rolesOf, config, secretKey, onTrouble }: SignInOptions) {
    this.accounts = accounts;
    this.rolesOf = rolesOf;
    this.#totpRoles = config.totpRoles;
    this.passwords = passwords;
    this.factors = new SecondFactors(database, clock, new SecretBox(secretKey));
    const times = { idleMs: config.sessionIdleMs, absoluteMs: config.sessionMs };
    this.sessions = new Sessions(database, clock, times, accounts.mayComeIn);
    this.byPassword = new PasswordIdentity(accounts, this.passwords, this.factors, {
      byAccount: new Attempts(database, 'account', { free: FREE_BY_ACCOUNT }),
      byAddress: new Attempts(database, 'address', { free: FREE_BY_ADDRESS }),
    });
    if (config.oidc)
      this.byOidc = new OidcIdentity(
        config.oidc,
        new OidcAttempts(database, clock),
        new OidcLinks(database, accounts, clock),
        onTrouble,
      );
    this.acts = new AccountActs(database, clock);
    this.administration = new AccountAdministration({
      database,
      clock,
      accounts,
      passwords: this.passwords,
      factors: this.factors,
      sessions: this.sessions,
      acts: this.acts,
    });
    this.rate = new RateLimit(config.ratePerMinute);
  }

  /** Begins a session for somebody whom a provider has identified, always under a new secret; an older one in the same browser ends. */
  async begin(
    { account, via, secondFactor, mustChangePassword }: Identified,
    { userAgent, replaces }: { readonly userAgent: string; readonly replaces?: string | undefined },
  ): Promise<{ readonly secret: string; readonly session: Session }> {
    if (replaces !== undefined) await this.sessions.end(replaces);
    return this.sessions.begin({ accountId: account.id, via, secondFactor, mustChangePassword, userAgent });
  }

  /** What a session has still to do before it may do anything else. */
  async incomplete(session: Session, account: Account): Promise<Incomplete | undefined> {
    if (session.mustChangePassword) return 'PASSWORD_MUST_CHANGE';
    if (session.secondFactor) return undefined;
    if (await this.factors.isOn(account.id)) return 'SECOND_FACTOR_REQUIRED';
    if (this.#totpRoles.length === 0) return undefined;
    const roles = await this.rolesOf(account.id);
    return roles.some((role) => this.#totpRoles.includes(role)) ? 'SECOND_FACTOR_REQUIRED' : undefined;
  }
}
