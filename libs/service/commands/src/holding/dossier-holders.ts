import {
  type DossierState,
  type HeldRole,
  type Holder,
  type HolderNow,
  type Holders,
  heldRoles,
  unitOfWork,
} from '#libs/domain/dossier';
import type { LocalDate } from '#libs/domain/kernel';
import { type AssignedWork, answeringUnit, holderAfterHandovers } from '#libs/domain/organization';
import type { Staff } from './staff.js';

/** A holder, and the handover that gave him the work, if one did. */
export interface HolderToday extends HolderNow {
  readonly handoverId?: string;
}

/**
 * Who holds a dossier today: whom its own facts name, moved by the handovers of its units since (R60). A handover writes
 * nothing into the dossier, so nobody else may read its `work` alone.
 */
export class DossierHolders {
  constructor(private readonly staff: Staff) {}

  async of(state: DossierState, date: LocalDate): Promise<Holders<HolderToday>> {
    const units = await this.staff.units();
    const holders: Partial<Record<HeldRole, HolderToday>> = {};
    for (const role of heldRoles) {
      const assigned: AssignedWork<Holder> = state.work[role] ?? {};
      const unit = answeringUnit(units, unitOfWork(role, state), date);
      const holder = unit
        ? holderAfterHandovers(unit, { dossierId: state.id, role }, assigned, date)
        : state.work[role]?.holder;
      if (!holder) continue;
      const here = await this.staff.standing(holder.accountId, holder.positionId, date);
      holders[role] = here ? holder : { ...holder, left: true };
    }
    return holders;
  }
}
