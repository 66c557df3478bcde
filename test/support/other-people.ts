import type { Role } from '#libs/domain/kernel';
import { type Account, type ChartedUnit, actorIn } from '#libs/service/access';

/** Somebody besides the sample accounts, in a position of his own; without roles in none. */
export interface Person extends Account {
  readonly unitId: string;
  readonly positionId: string;
  readonly roles: readonly Exclude<Role, 'system'>[];
}

export const person = (id: string, unitId: string, ...roles: Person['roles'][number][]): Person => ({
  id,
  name: `Người Mẫu ${id}`,
  unitId,
  positionId: `pos-${id}`,
  roles,
  language: 'vi',
});

/** The positions of some people as a chart: each unit at the top, where it is not there already. */
export const chartOf = (people: readonly Person[]): readonly ChartedUnit[] =>
  [...new Set(people.filter(({ roles }) => roles.length > 0).map(({ unitId }) => unitId))].map((unitId) => ({
    unitId,
    name: { vi: `Đơn vị ${unitId}`, en: `Unit ${unitId}` },
    kind: 'don-vi',
    positions: people
      .filter((each) => each.unitId === unitId && each.roles.length > 0)
      .map(({ id, positionId, roles }) => ({
        positionId,
        title: { vi: `Vị trí ${positionId}`, en: `Position ${positionId}` },
        roles,
        holder: id,
      })),
  }));

/** Who somebody acts as. */
export const actorFor = (someone: Person) => actorIn({ units: chartOf([someone]) }, someone.id);

/** A submitter of another unit than the sample accounts'. */
export const neighbour = person('acc-don-vi-khac', 'khoi-thi-dua-9', 'submitter');

/** A second officer of the body that the sample accounts work for. */
export const colleague = person('acc-tham-dinh-2', 'ubnd-tinh', 'officer');

/** An officer of another body. */
export const stranger = person('acc-tinh-khac', 'ubnd-tinh-khac', 'officer');

/** Somebody whose two positions must never meet in one dossier. */
export const twoHats = person('acc-hai-vai', 'ubnd-tinh', 'submitter', 'officer');

/** Somebody with an account and no position: no longer, or not yet. */
export const idle = person('acc-khong-vi-tri', 'khong-co');
