import type { Actor, Bilingual, LocalDate } from '#libs/domain/kernel';

/** A position of a chart, and who holds it. */
export interface ChartedPosition {
  readonly positionId: string;
  readonly title: Bilingual;
  readonly roles: readonly Exclude<Actor['roles'][number], 'system'>[];
  /** The work of vacant positions comes to this one. */
  readonly head?: boolean;
  /** The account that holds it; without one it is vacant. */
  readonly holder?: string;
}

/** A unit of a chart; a parent stands before its children. */
export interface ChartedUnit {
  readonly unitId: string;
  readonly name: Bilingual;
  readonly kind: string;
  readonly parentId?: string;
  readonly positions: readonly ChartedPosition[];
}

/** The chart of an office as it is to be established, all of it from one day on. */
export interface OfficeChart {
  readonly from: LocalDate;
  readonly units: readonly ChartedUnit[];
}

/** Who an account of a chart acts as in the position it holds there. */
export function actorIn({ units }: Pick<OfficeChart, 'units'>, accountId: string): Actor {
  for (const { unitId, positions } of units) {
    const position = positions.find(({ holder }) => holder === accountId);
    if (position) return { id: accountId, positionId: position.positionId, unitId, roles: position.roles };
  }
  throw new Error(`${accountId} holds no position of the chart.`);
}
