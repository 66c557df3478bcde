import { type Clock, type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import type { Account } from '../account.js';
import type { Accounts } from '../accounts.js';
import type { Passwords } from '../passwords/passwords.js';
import type { SecondFactors } from '../second-factor/second-factors.js';
import type { Sessions } from '../sessions/sessions.js';
import type { AccountAct, AccountActs } from './account-acts.js';

/** A new token of a machine, shown once. */
export interface IssuedToken {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Instant;
}

/** What those it stands on know. */
export interface AdministrationParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly factors: SecondFactors;
  readonly sessions: Sessions;
  readonly acts: AccountActs;
}

/**
 * What operators do to accounts. Each act is recorded before it is done: one that fails leaves a line too many, never one too few.
 * `actorId` is the operator's account.
 */
export class AccountAdministration {
  constructor(private readonly parts: AdministrationParts) {}

  async open(actorId: string, account: Account): Promise<Decision<void>> {
    const { accounts, acts } = this.parts;
    const exists = refuse('ACCOUNT_EXISTS', { params: { account: account.id } });
    if (await accounts.find(account.id)) return exists;
    await acts.record(actorId, 'opened', account.id);
    return (await accounts.open(account, { sample: false })) ? ok(undefined) : exists;
  }

  /** Nobody comes in with it any more: its sessions and tokens end with it. */
  async close(actorId: string, accountId: string): Promise<Decision<void>> {
    if (actorId === accountId) return refuse('ACCOUNT_IS_OWN');
    return this.#do(actorId, 'closed', accountId, async () => {
      await this.parts.database.transaction(async (connection) => {
        await connection.query('update ops.account set closed_at = $2 where id = $1 and closed_at is null', [
          accountId,
          this.parts.clock.now(),
        ]);
        await connection.query('delete from ops.access_token where account_id = $1', [accountId]);
        await this.parts.sessions.endAll(accountId, undefined, connection);
      });
    });
  }

  /** Its password and second factor count again; tokens have to be given out anew. */
  async reopen(actorId: string, accountId: string): Promise<Decision<void>> {
    return this.#do(actorId, 'reopened', accountId, async () => {
      await this.parts.database.query('update ops.account set closed_at = null where id = $1', [accountId]);
    });
  }

  /** A password that serves for choosing another one. All sessions of the account end. */
  async giveOneTimePassword(
    actorId: string,
    accountId: string,
  ): Promise<Decision<{ readonly password: string; readonly expiresAt: Instant }>> {
    return this.#do(actorId, 'one-time-password', accountId, async () => {
      await this.parts.sessions.endAll(accountId);
      return this.parts.passwords.setOneTime(accountId);
    });
  }

  /** Takes somebody else's second factor off. All sessions of the account end. */
  async resetSecondFactor(actorId: string, accountId: string): Promise<Decision<void>> {
    if (actorId === accountId) return refuse('ACCOUNT_IS_OWN');
    if (!(await this.parts.factors.isOn(accountId))) return refuse('SECOND_FACTOR_NOT_ON');
    return this.#do(actorId, 'second-factor-reset', accountId, async () => {
      await this.parts.sessions.endAll(accountId);
      await this.parts.factors.remove(accountId);
    });
  }

  async issueToken(
    actorId: string,
    accountId: string,
    { name, days }: { readonly name: string; readonly days: number },
  ): Promise<Decision<IssuedToken>> {
    const expiresAt = new Date(Date.parse(this.parts.clock.now()) + days * 86_400_000).toISOString();
    return this.#do(actorId, 'token-issued', accountId, async () => ({
      ...(await this.parts.accounts.tokens.issue(accountId, { name, expiresAt })),
      expiresAt,
    }));
  }

  async revokeToken(actorId: string, accountId: string, id: string): Promise<Decision<void>> {
    const done = await this.#do(actorId, 'token-revoked', accountId, () =>
      this.parts.accounts.tokens.revoke(accountId, id),
    );
    return done.ok && !done.value ? notFound(id) : done.ok ? ok(undefined) : done;
  }

  async revokeSession(actorId: string, accountId: string, id: string): Promise<Decision<void>> {
    const done = await this.#do(actorId, 'session-revoked', accountId, () => this.parts.sessions.revoke(accountId, id));
    return done.ok && !done.value ? notFound(id) : done.ok ? ok(undefined) : done;
  }

  async #do<T>(actorId: string, act: AccountAct, accountId: string, work: () => Promise<T>): Promise<Decision<T>> {
    if (!(await this.parts.accounts.find(accountId))) return notFound(accountId);
    await this.parts.acts.record(actorId, act, accountId);
    return ok(await work());
  }
}

const notFound = (what: string) => refuse('NOT_FOUND', { params: { what: what.slice(0, 80) } });
