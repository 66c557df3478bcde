import type { Actor, Instant } from '#libs/domain/kernel';
import type { PositionRole } from './unit.events.js';
import type { Units } from './unit.state.js';

/** A piece of open work, and the step at which the dossier stands. */
export interface OpenWork {
  readonly dossierId: string;
  readonly role: PositionRole;
  readonly step: string;
}

/** What a decision on a unit needs besides its own past. */
export interface UnitContext {
  /** The id in the stream's name. */
  readonly unitId: string;
  readonly now: Instant;
  readonly actor: Actor;
  /** The id of the appointment, mandate or handover that the command may make. */
  readonly newId: string;
  /** All units, for what concerns the tree and the ids of positions. The unit itself is taken from its own stream. */
  readonly units: Units;
  /**
   * For `propose-handover` and for the confirmation that completes one: all the open work of who hands over, in the position
   * that he leaves, as the log holds it at that moment.
   */
  readonly openWork?: readonly OpenWork[];
}
