import type { HeldRole } from '#libs/domain/dossier';
import type { LocalDate } from '#libs/domain/kernel';

/**
 * Who looks at a worklist, by what he holds at this moment: worked out anew for each look, and kept in no filter, so that
 * somebody who got another position this morning sees its work and no other. Groups are positions and roles by id, never by
 * name.
 */
export interface WorklistViewer {
  readonly accountId: string;
  /** The unit of the position in which he looks: its work is shown, as submitting unit and as body. */
  readonly unitId: string;
  readonly date: LocalDate;
  /** The roles whose work is his group's: his position's own, and for who leads those of all whom he leads. */
  readonly groupRoles: readonly HeldRole[];
  /** Positions of the unit that he holds. */
  readonly positions: readonly string[];
  /** Everybody who holds a position of the unit today. */
  readonly present: readonly { readonly positionId: string; readonly accountId: string }[];
  /** He leads the unit: what lies at a vacant position comes to him. */
  readonly head: boolean;
  /** Roles of the unit's work that nobody holds a position for. */
  readonly vacantRoles: readonly HeldRole[];
  /** Work on the lists of handovers under way (`workKey`): until they are completed it does not pass to a successor. */
  readonly underWay: readonly string[];
  /** Whose work each step is (`placeOf`). */
  readonly places: readonly string[];
}

/** A role's work at a step of a version; a dossier that is bound to none yet is matched with an empty version. */
export const placeOf = (role: HeldRole, code: string, version: string, step: string): string =>
  `${role}|${code}@${version}|${step}`;
