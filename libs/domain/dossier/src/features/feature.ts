import type { Decision } from '#libs/domain/kernel';
import {
  type Act,
  type ActRule,
  enteredAt,
  mainPlace,
  type Marking,
  markingAfter,
  type Procedure,
} from '#libs/domain/procedure';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { Place } from '../events/place.js';
import type { DossierState } from '../dossier.state.js';
import { bodyAt } from '../gate/people.js';

/** An act that the gate let through, with all it may be judged by. */
export interface Ask<A extends Act> {
  readonly data: DossierCommandOf<A>['data'];
  readonly state: DossierState;
  readonly procedure: Procedure;
  /** The place at which it is done. */
  readonly place: string;
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
export function nextPlace(ask: Omit<Ask<Act>, 'data'>, outcome?: string): Place {
  const { rule, state, procedure, place } = ask;
  const chosen = outcome === undefined ? undefined : rule.outcomes?.[outcome];
  const { to, leaves } = chosen ?? rule;
  if (to === undefined) return samePlace(ask);
  const way = { to, ...(leaves === undefined ? {} : { leaves }) };
  const marking = rule.beside ? enteredAt(procedure, to) : markingAfter(procedure, state.places, place, way);
  return placeOf(procedure, marking, state);
}

/** Where the dossier is already. */
export const samePlace = ({ state, procedure }: Pick<Ask<Act>, 'state' | 'procedure'>): Place =>
  placeOf(procedure, state.places, state);

/** What a fact says of a place. */
export function placeOf(procedure: Procedure, marking: Marking, state?: DossierState): Place {
  const step = mainPlace(procedure, marking);
  const here = procedure.steps[step];
  const bodyId = state && here ? bodyAt(here.level, procedure, state) : undefined;
  return {
    step,
    ...(marking.length > 1 ? { places: [...marking] } : {}),
    ...(marking.some((each) => procedure.steps[each]?.kind === 'vote') ? { council: true } : {}),
    ...(bodyId !== undefined && bodyId !== state?.bodyId ? { bodyId } : {}),
    ...(here?.kind === 'end' ? { ended: here.outcome } : {}),
  };
}
