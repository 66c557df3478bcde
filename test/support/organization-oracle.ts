import type { LocalDate } from '#libs/domain/kernel';
import type { ClusterFact, PositionRole, UnitFact } from '#libs/domain/organization';

interface Unit {
  readonly id: string;
  readonly parentOn: (string | undefined)[];
  readonly there: boolean[];
}

interface Position {
  readonly unitId: string;
  readonly positionId: string;
  readonly roles: readonly PositionRole[];
  readonly seats: number;
  readonly head: boolean;
  readonly there: boolean[];
}

interface Held {
  readonly positionId: string;
  readonly accountId: string;
  readonly there: boolean[];
  readonly roles: readonly PositionRole[];
  readonly givenBy?: string;
}

/**
 * The slow way to know who and what was there on a day: one cell for each day, filled in fact by fact. It knows no periods,
 * so that it cannot make the same mistake about their ends as the code it is held against.
 */
export class OrganizationOracle {
  readonly units = new Map<string, Unit>();
  readonly positions = new Map<string, Position>();
  private readonly appointments = new Map<string, Held>();
  private readonly delegations = new Map<string, Held>();

  constructor(private readonly days: readonly LocalDate[]) {}

  take(stream: string, { type, data }: UnitFact | ClusterFact): void {
    const unitId = stream.slice('unit-'.length);
    switch (type) {
      case 'UnitEstablished':
        this.units.set(unitId, {
          id: unitId,
          there: this.days.map((day) => day >= data.from),
          parentOn: this.days.map((day) => (day >= data.from ? data.parentId : undefined)),
        });
        return;
      case 'UnitMoved':
        this.each(data.from, (index) => (this.unit(unitId).parentOn[index] = data.parentId));
        return;
      case 'UnitEnded':
        this.each(data.on, (index) => {
          this.unit(unitId).there[index] = false;
          this.unit(unitId).parentOn[index] = undefined;
        });
        return;
      case 'PositionCreated':
        this.positions.set(data.positionId, { ...data, unitId, there: this.days.map((day) => day >= data.from) });
        return;
      case 'PositionEnded':
        this.clear(this.positions.get(data.positionId), data.on);
        return;
      case 'AppointmentMade':
        this.appointments.set(data.appointmentId, { ...data, roles: [], there: this.between(data) });
        return;
      case 'AppointmentEnded':
        this.clear(this.appointments.get(data.appointmentId), data.on);
        return;
      case 'DelegationGiven':
        this.delegations.set(data.delegationId, { ...data, there: this.between(data) });
        return;
      case 'DelegationWithdrawn':
        this.clear(this.delegations.get(data.delegationId), data.on);
        return;
      default:
    }
  }

  /** From the nearest up to the top. Throws when it runs in a circle. */
  ancestors(unitId: string, day: number): string[] {
    const path: string[] = [];
    for (let up = this.units.get(unitId)?.parentOn[day]; up !== undefined; up = this.units.get(up)?.parentOn[day]) {
      path.push(up);
      if (path.length > this.units.size) throw new Error(`${unitId} stands in a circle: ${path.join(' < ')}`);
      if (!this.units.get(up)?.there[day]) throw new Error(`${unitId} stands under ${up}, which is not there.`);
    }
    return path;
  }

  holders(positionId: string, day: number): string[] {
    return this.people(this.appointments, positionId, day).map(({ accountId }) => accountId);
  }

  /** With which roles an account may act in a position, as which; `undefined` when it may not. */
  mayAct(
    accountId: string,
    positionId: string,
    day: number,
  ): { as: string; roles: readonly PositionRole[] } | undefined {
    const position = this.positions.get(positionId);
    if (!position || !this.inForce(position, day)) return undefined;
    const holders = this.holders(positionId, day);
    if (holders.includes(accountId)) return { as: 'holder', roles: position.roles };
    const mandate = this.people(this.delegations, positionId, day).find((each) => each.accountId === accountId);
    if (mandate) return { as: 'delegate', roles: mandate.roles };
    const isHead = holders.length === 0 && this.heads(position.unitId, day).includes(accountId);
    return isHead ? { as: 'head', roles: position.roles } : undefined;
  }

  private heads(unitId: string, day: number): string[] {
    for (const id of [unitId, ...this.ancestors(unitId, day)]) {
      const heads = [...this.positions.values()].filter((each) => each.head && each.unitId === id);
      const people = heads.flatMap(({ positionId }) => this.holders(positionId, day));
      if (people.length > 0) return people;
    }
    return [];
  }

  private people(from: ReadonlyMap<string, Held>, positionId: string, day: number): Held[] {
    const position = this.positions.get(positionId);
    if (!position || !this.inForce(position, day)) return [];
    return [...from.values()].filter((each) => each.positionId === positionId && each.there[day]);
  }

  private inForce({ there, unitId }: Position, day: number): boolean {
    return there[day] === true && this.unit(unitId).there[day] === true;
  }

  private unit(unitId: string): Unit {
    const unit = this.units.get(unitId);
    if (!unit) throw new Error(`There is no unit ${unitId}.`);
    return unit;
  }

  private between({ from, to }: { from: LocalDate; to?: LocalDate | undefined }): boolean[] {
    return this.days.map((day) => day >= from && !(to !== undefined && day >= to));
  }

  private each(from: LocalDate, change: (index: number) => void): void {
    this.days.forEach((day, index) => {
      if (day >= from) change(index);
    });
  }

  private clear(held: { readonly there: boolean[] } | undefined, from: LocalDate): void {
    this.each(from, (index) => {
      if (held) held.there[index] = false;
    });
  }
}
