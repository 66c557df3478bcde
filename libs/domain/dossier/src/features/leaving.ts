import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import type { DossierState, NomineeState } from '../dossier.state.js';
import { checkNamed, isOpen, listed, nomineesWhere } from '../nominees.js';
import type { Precondition } from './feature.js';

/** Still waits for this dossier to bring it further. */
const isWaiting = (nominee: NomineeState): boolean => isOpen(nominee) && !nominee.decided;

/** Neither answered for good nor standing in a decision. */
const isFree = ({ dropped, approval, decisionId }: NomineeState): boolean =>
  !dropped && approval?.approved !== false && decisionId === undefined;

/** Somebody of these has to stay: who waits to be brought further, or anybody at all once nobody does. */
function neededHere(state: DossierState): NomineeState[] {
  const waiting = nomineesWhere(state, isWaiting);
  return waiting.length > 0 ? waiting : [...state.nominees.values()];
}

/** Who may leave for another dossier, each alone: the only one who is needed stays. */
export function leavers(state: DossierState): NomineeState[] {
  const needed = neededHere(state);
  const only = needed.length === 1 ? needed[0]?.id : undefined;
  return nomineesWhere(state, (nominee) => isFree(nominee) && nominee.id !== only);
}

/** Somebody may leave so that somebody who is needed stays: one alone, if more would be too many. */
export const maySomebodyLeave: Precondition = ({ state }) => {
  if (state.nominees.size === 0) return refuse('NO_NOMINEES');
  if (leavers(state).length > 0) return ok(undefined);
  return nomineesWhere(state, isFree).length > 0
    ? refuse('ONE_NOMINEE_MUST_STAY')
    : refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed([...state.nominees.keys()]) } });
};

/** Whether just these may leave: refuses `NOMINEE_NOT_ELIGIBLE`, or `ONE_NOMINEE_MUST_STAY` where nobody would be left to be brought further. */
export function checkLeaving(state: DossierState, ids: readonly string[]): Decision<void> {
  const named = checkNamed(state, ids);
  if (!named.ok) return named;
  const leaving = new Set(ids);
  const bound = nomineesWhere(state, (nominee) => leaving.has(nominee.id) && !isFree(nominee)).map(({ id }) => id);
  if (bound.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(bound) } });
  return neededHere(state).every(({ id }) => leaving.has(id)) ? refuse('ONE_NOMINEE_MUST_STAY') : ok(undefined);
}

type Named = DossierFactOf<'NomineesAdded'>['data']['nominees'][number];

/** A nominee as he was named, with what was corrected since, and nothing of what was found about him. */
export const asNamed = ({
  id,
  kind,
  name,
  sex,
  standing,
  unit,
  cluster,
  grade,
  code,
  birthDate,
  claims,
}: NomineeState): Named => ({
  id,
  kind,
  name,
  ...(sex === undefined ? {} : { sex }),
  ...(standing === undefined ? {} : { standing }),
  unit,
  ...(cluster === undefined ? {} : { cluster }),
  ...(grade === undefined ? {} : { grade }),
  ...(code === undefined ? {} : { code }),
  ...(birthDate === undefined ? {} : { birthDate }),
  ...(claims === undefined ? {} : { claims }),
});

/** The papers by reference. What was sealed stays behind: the new dossier never had those files. */
export const unsealed = ({ documents }: DossierState): DossierFactOf<'DocumentAttached'>['data'][] =>
  documents.flatMap(({ sealed, ...document }) => (sealed ? [] : [document]));
