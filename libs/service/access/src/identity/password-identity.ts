import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Accounts } from '../accounts.js';
import type { Attempts } from '../limits/attempts.js';
import { networkOf } from '../limits/address.js';
import type { Passwords } from '../passwords/passwords.js';
import type { SecondFactors } from '../second-factor/second-factors.js';
import type { Identified, IdentityProvider } from './identity-provider.js';

export interface PasswordEvidence {
  /** An account's id, or its e-mail address. */
  readonly login: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string | undefined;
  /** Where it comes from. */
  readonly address: string;
}

export interface AttemptCounts {
  readonly byAccount: Attempts;
  readonly byAddress: Attempts;
}

/**
 * Account and password, with a code where a second factor is on. A wrong password, an unknown account, one without a password and a
 * closed one get the same answer after the same work; only who has the right password learns that a code is asked for.
 */
export class PasswordIdentity implements IdentityProvider<PasswordEvidence> {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly counts: AttemptCounts,
  ) {}

  async identify({ login, password, code, address }: PasswordEvidence): Promise<Decision<Identified>> {
    const { byAccount, byAddress } = this.counts;
    const network = networkOf(address);
    const fromThere = await byAddress.begin(network);
    if (!fromThere.ok) return fromThere;
    const account = await this.accounts.findByLogin(login);
    const subject = account ? subjectOf(account.id) : `unknown:${login.toLowerCase()}`;
    const onThat = await byAccount.begin(subject);
    if (!onThat.ok) return onThat;
    const match = await this.passwords.match(account?.id, password);
    if (!account || !match) return refuse('SIGN_IN_FAILED');
    const shown = await this.#code(account.id, code);
    if (shown.ok || shown.error.code === 'SECOND_FACTOR_CODE_NEEDED') await byAddress.takeBack(network);
    if (!shown.ok) {
      if (shown.error.code === 'SECOND_FACTOR_CODE_NEEDED') await byAccount.takeBack(subject);
      return shown;
    }
    await byAccount.succeed(subject);
    await byAccount.clear();
    return ok({ account, via: 'password', secondFactor: shown.value, mustChangePassword: match.mustChange });
  }

  /**
   * Whether somebody who is signed in can show again what is asked of him; a code is used up by it. Counted as an attempt to sign in:
   * a right password alone proves too little to forget the failures before.
   */
  async confirm(
    accountId: string,
    { password, code }: { readonly password?: string; readonly code?: string },
  ): Promise<Decision<void>> {
    const subject = subjectOf(accountId);
    const begun = await this.counts.byAccount.begin(subject);
    if (!begun.ok) return begun;
    if (password !== undefined && !(await this.passwords.match(accountId, password))) return refuse('SIGN_IN_FAILED');
    if (code === undefined) {
      await this.counts.byAccount.takeBack(subject);
      return ok(undefined);
    }
    const used = await this.factors.use(accountId, code);
    if (!used.ok) return used;
    if (!used.value) return refuse('SECOND_FACTOR_CODE_WRONG');
    await this.counts.byAccount.succeed(subject);
    return ok(undefined);
  }

  /** @returns whether a second factor was shown; false where none is on. */
  async #code(accountId: string, code: string | undefined): Promise<Decision<boolean>> {
    if (!(await this.factors.isOn(accountId))) return ok(false);
    if (code === undefined) return refuse('SECOND_FACTOR_CODE_NEEDED');
    const used = await this.factors.use(accountId, code);
    return used.ok && !used.value ? refuse('SIGN_IN_FAILED') : used;
  }
}

const subjectOf = (accountId: string): string => `account:${accountId}`;
