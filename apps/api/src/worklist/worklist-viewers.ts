import { type HeldRole, heldRoles, workAt } from '#libs/domain/dossier';
import { type Actor, type Clock, localDateOf } from '#libs/domain/kernel';
import { type UnitState, workKey } from '#libs/domain/organization';
import { Staff } from '#libs/service/commands';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { placeOf, type WorklistViewer } from '#libs/service/read-models';
import { Inject, Injectable } from '@nestjs/common';

const bodyRoles: readonly HeldRole[] = ['officer', 'secretary', 'clerk', 'authority'];

/** Says what somebody's worklist is made of, by the positions that he and the others of his unit hold right now. */
@Injectable()
export class WorklistViewers {
  /** Made anew when a procedure was published: whoever waits for its work is to see it. */
  private places: { readonly of: Law['procedures']; readonly known: readonly string[] } | undefined;

  constructor(
    private readonly staff: Staff,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: Law,
  ) {}

  async viewerOf(actor: Actor): Promise<WorklistViewer> {
    const { id: accountId, unitId } = actor;
    const date = localDateOf(this.clock.now());
    const [positions, heads, units] = await Promise.all([
      this.staff.positionsIn(unitId, date),
      this.staff.headsOf(unitId, date),
      this.staff.units(),
    ]);
    const head = heads.includes(accountId);
    const unit = units.get(unitId);
    return {
      accountId,
      unitId,
      date,
      groupRoles: groupOf(actor, head),
      positions: positions.filter(({ holders }) => holders.includes(accountId)).map(({ positionId }) => positionId),
      present: positions.flatMap(({ positionId, holders }) =>
        holders.map((holder) => ({ positionId, accountId: holder })),
      ),
      head,
      vacantRoles: heldRoles.filter(
        (role) =>
          positions.some(({ roles }) => roles.includes(role)) &&
          !positions.some(({ roles, holders }) => roles.includes(role) && holders.length > 0),
      ),
      underWay: unit ? underWay(unit, date) : [],
      places: this.placesNow(),
    };
  }

  private placesNow(): readonly string[] {
    const { procedures } = this.law;
    if (this.places?.of !== procedures) this.places = { of: procedures, known: placesOf(procedures) };
    return this.places.known;
  }
}

/** A position's own roles; who leads sees the work of all whom he leads. */
function groupOf({ roles }: Actor, head: boolean): readonly HeldRole[] {
  const leads = head || roles.includes('section_head');
  return heldRoles.filter((role) => roles.includes(role) || (leads && bodyRoles.includes(role)));
}

const underWay = ({ handovers }: UnitState, date: string): string[] =>
  [...handovers.values()]
    .filter(({ completedFrom, withdrawnOn }) => withdrawnOn === undefined && !(completedFrom && completedFrom <= date))
    .flatMap(({ items }) => items.map(workKey));

/** Whose work each step of each version is. Before its receipt a dossier is bound to none: any version's answer will do. */
function placesOf(procedures: Law['procedures']): readonly string[] {
  const places = new Set<string>();
  for (const procedure of procedures) {
    for (const step of Object.keys(procedure.steps)) {
      for (const role of workAt(procedure, step)) {
        places.add(placeOf(role, procedure.code, procedure.version, step));
        places.add(placeOf(role, procedure.code, '', step));
      }
    }
  }
  return [...places];
}
