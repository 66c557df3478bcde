import type { Decision } from '#libs/domain/kernel';
import type { Act, ActRule, Procedure } from '#libs/domain/procedure';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { Place } from '../events/place.js';
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

/** Where an act leads; an act without a way of its own leaves the dossier where it is. */
export const nextPlace = (ask: Pick<Ask<Act>, 'rule' | 'state' | 'procedure'>, outcome?: string): Place =>
  placeOf(
    ask.procedure,
    (outcome === undefined ? undefined : ask.rule.outcomes?.[outcome]?.to) ?? ask.rule.to ?? ask.state.step,
  );

/** Where the dossier is already. */
export const samePlace = ({ state, procedure }: Pick<Ask<Act>, 'state' | 'procedure'>): Place =>
  placeOf(procedure, state.step);

const placeOf = (procedure: Procedure, step: string): Place => ({
  step,
  ...(procedure.steps[step]?.kind === 'vote' ? { council: true } : {}),
});
