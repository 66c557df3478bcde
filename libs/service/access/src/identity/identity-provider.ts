import type { Decision } from '#libs/domain/kernel';
import type { Account } from '../account.js';
import type { Session } from '../sessions/session.js';

/** Who somebody is, by the word of a provider. */
export interface Identified {
  readonly account: Account;
  readonly via: Session['via'];
  /** Whether a second factor was shown to the provider. */
  readonly secondFactor: boolean;
  /** Whether he came with a one-time password. */
  readonly mustChangePassword: boolean;
}

/** Answers the one question "who is this?". What follows, our session, is the same for every provider. */
export interface IdentityProvider<Evidence> {
  identify(evidence: Evidence): Promise<Decision<Identified>>;
}
