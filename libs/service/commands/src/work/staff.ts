import type { Standing } from '#libs/domain/dossier';
import { heldRoles } from '#libs/domain/dossier';
import type { LocalDate } from '#libs/domain/kernel';
import { type Units, headsFor, holdersIn, positionInForce, unitOfPosition } from '#libs/domain/organization';
import type { Accounts } from '#libs/service/access';
import type { Organization } from '../organization.js';

/** Somebody who holds a position on a day. */
export interface StaffMember {
  readonly accountId: string;
  readonly positionId: string;
}

/** A position of a unit, and who holds it on a day: nobody, where it is vacant. */
export interface StaffedPosition extends Standing {
  readonly positionId: string;
  readonly holders: readonly string[];
}

/**
 * Who holds what. The organization's facts say it; of a unit that they do not know, its accounts do. All that asks who may
 * claim, be assigned or hand over asks here.
 */
export class Staff {
  constructor(
    readonly organization: Organization,
    private readonly accounts?: Pick<Accounts, 'find' | 'holding'>,
  ) {}

  /** The units of the log. */
  async units(): Promise<Units> {
    return (await this.organization.read()).units;
  }

  /** What a position is that an account holds on a day; `undefined` when he does not hold it, whatever mandate he has. */
  async standing(accountId: string, positionId: string, date: LocalDate): Promise<Standing | undefined> {
    const unit = unitOfPosition(await this.units(), positionId);
    if (unit) {
      const position = positionInForce(unit, positionId, date);
      return position && holdersIn(unit, positionId, date).includes(accountId)
        ? { unitId: unit.id, roles: position.roles }
        : undefined;
    }
    const account = await this.accounts?.find(accountId);
    return account?.positionId === positionId ? { unitId: account.unitId, roles: account.roles } : undefined;
  }

  /** The positions of a unit in force on a day, with who holds them. */
  async positionsIn(unitId: string, date: LocalDate): Promise<readonly StaffedPosition[]> {
    const unit = (await this.units()).get(unitId);
    if (!unit || unit.positions.size === 0) return this.positionsOfAccounts(unitId);
    return [...unit.positions.keys()].flatMap((positionId) => {
      const position = positionInForce(unit, positionId, date);
      return position
        ? [{ positionId, unitId, roles: position.roles, holders: holdersIn(unit, positionId, date) }]
        : [];
    });
  }

  /** Who leads a unit on a day: its head, or the nearest one above. */
  async headsOf(unitId: string, date: LocalDate): Promise<readonly string[]> {
    return headsFor(await this.units(), unitId, date).map(({ accountId }) => accountId);
  }

  private async positionsOfAccounts(unitId: string): Promise<readonly StaffedPosition[]> {
    const { accounts } = this;
    if (!accounts) return [];
    const found = await Promise.all(heldRoles.map((role) => accounts.holding(role, unitId)));
    const positions = new Map<string, StaffedPosition>();
    for (const { id, positionId, roles } of found.flat()) {
      const before = positions.get(positionId)?.holders ?? [];
      const holders = before.includes(id) ? before : [...before, id];
      positions.set(positionId, { positionId, unitId, roles, holders });
    }
    return [...positions.values()];
  }
}
