import type { LocalDate } from '#libs/domain/kernel';
import { covers, parentOf, positionsOf, type Units } from '#libs/domain/organization';

/** What units and positions are called on a day, as papers name them. What nobody knows is `undefined`. */
export class OfficeNames {
  constructor(private readonly units: Units) {}

  /** A unit by its name; by its id where it is none of ours. */
  unit(unitId: string): string {
    return this.units.get(unitId)?.name.vi ?? unitId;
  }

  /** The unit right above (cơ quan chủ quản). */
  parent(unitId: string, day: LocalDate): string | undefined {
    const unit = this.units.get(unitId);
    const parentId = unit && parentOf(unit, day);
    return parentId === undefined ? undefined : this.unit(parentId);
  }

  /** What the head's position is called: `Chủ tịch`. */
  headTitle(unitId: string, day: LocalDate): string | undefined {
    const positions = [...(this.units.get(unitId)?.positions.values() ?? [])];
    return positions.find((position) => position.head && covers(position, day))?.title.vi;
  }

  /** What the position is called that an account holds in a unit; the one with authority first. */
  titleOf(accountId: string, unitId: string, day: LocalDate): string | undefined {
    const held = positionsOf(this.units, accountId, day).filter(
      (standing) => standing.as === 'holder' && standing.unitId === unitId,
    );
    const standing = held.find(({ roles }) => roles.includes('authority')) ?? held[0];
    return standing && this.units.get(unitId)?.positions.get(standing.positionId)?.title.vi;
  }
}
