import type { WorkingCalendar } from '#libs/domain/calendar';
import type { Actor, Instant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { DossierState } from './dossier.state.js';

/** Everything a decision may know besides the command and the dossier: no clock, no id maker and no store is asked inside. */
export interface DossierContext {
  /** What the clock port says now. */
  readonly now: Instant;
  /** When the act holds in the office's world; `now` unless somebody records it late. */
  readonly effectiveAt: Instant;
  /** Why an act is recorded on a later day than it holds from. */
  readonly reason?: string;
  readonly actor: Actor;
  /** All versions of all procedures that are loaded. */
  readonly versions: readonly Procedure[];
  readonly calendar: WorkingCalendar;
  /** For `draft`: the id of the dossier that begins. */
  readonly dossierId: string;
  /** For `detach-nominees`: the id of the dossier that the nominees go to, derived by the handler from the command's id. */
  readonly childDossierId?: string;
  /**
   * For `open-detached`: the parent as it stood just before its `NomineesDetached` (folded up to the revision before it), so
   * that the nominees, what was found about them and the clocks are all still there.
   */
  readonly parent?: DossierState;
}
