import type { Act, Procedure } from '#libs/domain/procedure';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';

/** An act that was decided, and the dossier before it. */
export interface DecidedAct {
  readonly act: Act;
  /** What came of it, where an act has several outcomes. */
  readonly outcome?: string | undefined;
  readonly before: DossierState;
  readonly procedure: Procedure;
  readonly context: DossierContext;
  /** The day by which an officer wants the unit's answer. */
  readonly answerBy?: string | undefined;
}
