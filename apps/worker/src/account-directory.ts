import type { Role } from '#libs/domain/kernel';
import type { Account, Accounts } from '#libs/service/access';
import type { Directory, Recipient } from '#libs/service/notifications';

/** The accounts as the chart of the office. It does not say yet who leads a section: such rungs go to the authority. */
export class AccountDirectory implements Directory {
  constructor(private readonly accounts: Accounts) {}

  async assignees(role: Role, unitId: string): Promise<readonly Recipient[]> {
    return (await this.accounts.holding(role, unitId)).map(toRecipient);
  }

  async headsOfSection(): Promise<readonly Recipient[]> {
    return [];
  }

  /** Who looks after the system. */
  async operators(): Promise<readonly Recipient[]> {
    return (await this.accounts.holdingAnywhere('operator')).map(toRecipient);
  }

  async account(accountId: string): Promise<Recipient | undefined> {
    const account = await this.accounts.findOpen(accountId);
    return account && toRecipient(account);
  }
}

const toRecipient = ({ id, name, email, language }: Account): Recipient => ({
  accountId: id,
  name,
  language,
  ...(email ? { email } : {}),
});
