import { type HeldRole, heldRoles, unitOfWork } from '#libs/domain/dossier';
import { type Clock, type Role, localDateOf } from '#libs/domain/kernel';
import { responsibleFor } from '#libs/domain/organization';
import type { Account, Accounts } from '#libs/service/access';
import type { DossierHolders, Dossiers, Staff } from '#libs/service/commands';
import type { Directory, Recipient } from '#libs/service/notifications';

/** What the directory asks of the log: whose a dossier is. */
export interface WorkInTheLog {
  readonly dossiers: Pick<Dossiers, 'load'>;
  readonly holders: DossierHolders;
  readonly staff: Staff;
  readonly clock: Clock;
}

/** The accounts as the chart of the office. It does not say yet who leads a section: such rungs go to the authority. */
export class AccountDirectory implements Directory {
  constructor(
    private readonly accounts: Accounts,
    private readonly work: WorkInTheLog,
  ) {}

  /** The holder of the dossier, if it has one; who has left is followed by whoever answers for his position now. */
  async assignees(role: Role, unitId: string, dossierId?: string): Promise<readonly Recipient[]> {
    const held = dossierId === undefined ? undefined : await this.holdersOf(role, unitId, dossierId);
    if (!held) return (await this.accounts.holding(role, unitId)).map(toRecipient);
    const found = await Promise.all(held.map((accountId) => this.account(accountId)));
    return found.flatMap((recipient) => recipient ?? []);
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

  /** Account ids; `undefined` when nobody in particular has it. */
  private async holdersOf(role: Role, unitId: string, dossierId: string): Promise<readonly string[] | undefined> {
    if (!isHeld(role)) return undefined;
    const { dossiers, holders, staff, clock } = this.work;
    const dossier = await dossiers.load(dossierId);
    if (!dossier || unitOfWork(role, dossier) !== unitId) return undefined;
    const date = localDateOf(clock.now());
    const holder = (await holders.of(dossier, date))[role];
    if (!holder) return undefined;
    if (!holder.left) return [holder.accountId];
    const assigned = dossier.work[role];
    const work = { unitId, role, date, dossierId, ...(assigned ? { assigned } : {}) };
    return responsibleFor(await staff.units(), work).people.map(({ accountId }) => accountId);
  }
}

const toRecipient = ({ id, name, email, language }: Account): Recipient => ({
  accountId: id,
  name,
  language,
  ...(email ? { email } : {}),
});
const isHeld = (role: Role): role is HeldRole => (heldRoles as readonly Role[]).includes(role);
