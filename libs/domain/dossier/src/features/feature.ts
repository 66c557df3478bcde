import type { Decision } from '#libs/domain/kernel';
import type { Act, ActRule, Procedure } from '#libs/domain/procedure';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { DossierState } from '../dossier.state.js';

/** An act that the gate let through, with all it may be judged by. */
export interface Ask<A extends Act> {
  readonly data: DossierCommandOf<A>['data'];
  readonly state: DossierState;
  readonly procedure: Procedure;
  readonly rule: ActRule;
  readonly context: DossierContext;
}

/** The act's own facts, or why not. Clocks answer afterwards. */
export type Feature<A extends Act> = (ask: Ask<A>) => Decision<readonly DossierFact[]>;

/** All that an act may be judged by before anybody says what exactly is to be done. */
export type Circumstances = Omit<Ask<Act>, 'data'>;

/**
 * Why an act that the gate let through is refused whatever its data say; `ok` when data can be thought of with which it passes.
 * The decision asks it before the data are looked at, and `allowedCommands` asks the same, so that the two never differ.
 */
export type Precondition = (circumstances: Circumstances) => Decision<void>;

/** The step an act leads to; an act without a way of its own leaves the dossier where it is. */
export const nextStep = ({ rule, state }: Pick<Ask<Act>, 'rule' | 'state'>): string => rule.to ?? state.step;
