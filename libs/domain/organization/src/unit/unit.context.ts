import type { Actor, Instant } from '#libs/domain/kernel';
import type { Units } from './unit.state.js';

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
}
