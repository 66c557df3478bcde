import type { Standing } from '#libs/domain/dossier';
import type { LocalDate } from '#libs/domain/kernel';
import { type Units, headsFor, holdersIn, positionInForce, unitOfPosition } from '#libs/domain/organization';
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
 * Who holds what, as the organization's facts say. All that asks who may claim, be assigned or hand over asks here.
 */
export class Staff {
  constructor(readonly organization: Organization) {}

  /** The units of the log. */
  async units(): Promise<Units> {
    return (await this.organization.read()).units;
  }

  /** What a position is that an account holds on a day; `undefined` when he does not hold it, whatever mandate he has. */
  async standing(accountId: string, positionId: string, date: LocalDate): Promise<Standing | undefined> {
    const unit = unitOfPosition(await this.units(), positionId);
    const position = unit && positionInForce(unit, positionId, date);
    return position && holdersIn(unit, positionId, date).includes(accountId)
      ? { unitId: unit.id, roles: position.roles }
      : undefined;
  }

  /** The positions of a unit in force on a day, with who holds them. */
  async positionsIn(unitId: string, date: LocalDate): Promise<readonly StaffedPosition[]> {
    const unit = (await this.units()).get(unitId);
    if (!unit) return [];
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
}
