import { type HeldRole, type RoleWork, heldRoles, unitOfWork } from '#libs/domain/dossier';
import { type Clock, type Role, localDateOf } from '#libs/domain/kernel';
import {
  type PositionRole,
  type Responsibility,
  positionRoles,
  responsibleFor,
  standingsByAccount,
} from '#libs/domain/organization';
import type { Account, Accounts } from '#libs/service/access';
import type { Dossiers, Organization } from '#libs/service/commands';
import type { Directory, Recipient, Responsible } from '#libs/service/notifications';

/**
 * The office's chart as its facts have it today: holders first, who has a mandate while nobody holds the position, and the
 * head of the unit, or of the nearest one above, for what is vacant. Names and addresses come from the accounts.
 */
export class OrganizationDirectory implements Directory {
  constructor(
    private readonly organization: Organization,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly dossiers: Pick<Dossiers, 'load'>,
  ) {}

  assignees(role: Role, unitId: string, dossierId?: string): Promise<readonly Responsible[]> {
    return this.responsible(role, unitId, () => true, dossierId);
  }

  /** Trưởng phòng: who carries the role `section_head` in the unit; the head of the unit where nobody does. */
  headsOfSection(_role: Role, unitId: string): Promise<readonly Responsible[]> {
    return this.responsible('section_head', unitId, () => true);
  }

  /** Phó trưởng phòng: who carries the role `section_head` and is not the head of the unit; without one, the head. */
  async deputyHeads(role: Role, unitId: string): Promise<readonly Responsible[]> {
    const deputies = await this.responsible('section_head', unitId, (isHead) => !isHead);
    return deputies.length > 0 ? deputies : this.headsOfSection(role, unitId);
  }

  /** Who looks after the system, in whichever unit. */
  async operators(): Promise<readonly Recipient[]> {
    const { units } = await this.organization.read();
    const date = localDateOf(this.clock.now());
    const ids = [...standingsByAccount(units, date)]
      .filter(([, standings]) => standings.some(({ as, roles }) => as !== 'head' && roles.includes('operator')))
      .map(([accountId]) => accountId);
    return [...(await this.accounts.reachable(ids)).values()].map(toRecipient);
  }

  async account(accountId: string): Promise<Recipient | undefined> {
    const account = await this.accounts.findOpen(accountId);
    return account && toRecipient(account);
  }

  private async responsible(
    role: Role,
    unitId: string,
    wanted: (isHead: boolean) => boolean,
    dossierId?: string,
  ): Promise<readonly Responsible[]> {
    if (!isPositionRole(role)) return [];
    const { units } = await this.organization.read();
    const assigned = dossierId === undefined ? undefined : await this.assigned(role, unitId, dossierId);
    const date = localDateOf(this.clock.now());
    const work = { unitId, role, date, ...(dossierId ? { dossierId } : {}), ...(assigned ? { assigned } : {}) };
    const { people, vacant }: Responsibility = responsibleFor(units, work);
    const ids = people
      .filter((each) => wanted(units.get(each.unitId)?.positions.get(each.positionId)?.head ?? false))
      .map(({ accountId }) => accountId);
    const accounts = await this.accounts.reachable(ids);
    return [...new Set(ids)].flatMap((id) => {
      const account = accounts.get(id);
      return account ? [{ ...toRecipient(account), ...(vacant ? { vacant } : {}) }] : [];
    });
  }

  /** Whom the dossier's own facts name for this work; a handover that was recorded later goes before it (R60). */
  private async assigned(role: Role, unitId: string, dossierId: string): Promise<RoleWork | undefined> {
    if (!isHeld(role)) return undefined;
    const dossier = await this.dossiers.load(dossierId);
    return dossier && unitOfWork(role, dossier) === unitId ? dossier.work[role] : undefined;
  }
}

const isHeld = (role: Role): role is HeldRole => (heldRoles as readonly Role[]).includes(role);

const isPositionRole = (role: Role): role is PositionRole => (positionRoles as readonly Role[]).includes(role);

const toRecipient = ({ id, name, email, language }: Account): Recipient => ({
  accountId: id,
  name,
  language,
  ...(email ? { email } : {}),
});
