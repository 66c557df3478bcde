import type { Recorded } from '#libs/domain/kernel';
import type { DossierEventType, DossierFactOf } from '../dossier.events.js';
import type { DossierState, NomineeState } from '../dossier.state.js';
import type { Place } from '../events/place.js';

/** What one fact makes of a dossier. Total and quiet: a recorded fact is never argued with, and newer fields are passed by. */
export type Evolver<T extends DossierEventType> = (
  state: DossierState,
  fact: Recorded<DossierFactOf<T>>,
) => DossierState;

/** Facts that begin a dossier. */
export type OpeningEvent = 'DossierDrafted' | 'DetachedDossierOpened';

export type Evolvers<T extends DossierEventType> = { readonly [K in T]: Evolver<K> };

/** The dossier at the step a fact brought it to; `placeSince` moves only with the step. */
export const movedTo = (state: DossierState, { step, council }: Place, effectiveAt: string): DossierState =>
  step === state.step ? state : { ...state, step, atCouncil: council === true, placeSince: effectiveAt };

/** The map with some nominees changed; copied once per fact, so that a fold stays linear in what it reads. */
export function changed(
  nominees: DossierState['nominees'],
  ids: Iterable<string>,
  change: (nominee: NomineeState) => NomineeState,
): DossierState['nominees'] {
  const next = new Map(nominees);
  for (const id of ids) {
    const nominee = next.get(id);
    if (nominee) next.set(id, change(nominee));
  }
  return next;
}

/** A nominee without what one level found about it. */
export function withoutJudgement(nominee: NomineeState): NomineeState {
  const { verdict: _verdict, vote: _vote, approval: _approval, ...rest } = nominee;
  return rest;
}
