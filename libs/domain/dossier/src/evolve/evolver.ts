import type { Recorded } from '#libs/domain/kernel';
import type { DossierEventType, DossierFactOf } from '../dossier.events.js';
import type { DossierState, NomineeState } from '../dossier.state.js';
import type { Place } from '../events/place.js';

/** What one fact makes of a dossier. Total and quiet: a recorded fact is never argued with, and newer fields are passed by. */
export type Evolver<T extends DossierEventType> = (
  state: DossierState,
  fact: Recorded<DossierFactOf<T>>,
) => DossierState;

export type Evolvers<T extends DossierEventType> = { readonly [K in T]: Evolver<K> };

/** The dossier at the place a fact brought it to; `placeSince` moves only with the place, and a branch keeps its own. */
export function movedTo(
  state: DossierState,
  { step, places = [step], council }: Place,
  effectiveAt: string,
): DossierState {
  const isSame = places.length === state.places.length && places.every((place, index) => place === state.places[index]);
  if (isSame) return state;
  const { submission, ...rest } = state;
  const arrivals = Object.fromEntries(places.map((place) => [place, state.arrivals[place] ?? effectiveAt]));
  const moved = { ...rest, step, places, arrivals, atCouncil: council === true, placeSince: effectiveAt };
  return submission && places.includes(submission.place) ? { ...moved, submission } : moved;
}

/** The dossier where a letter brought it. */
export function carriedBy(
  submissionId: string | undefined,
  { submission }: DossierState,
  { step }: Place,
): Pick<DossierState, 'submission'> {
  const carried = submissionId !== undefined && submission?.id === submissionId;
  return carried ? { submission: { ...submission, place: step, carried: true } } : {};
}

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
  const { verdict: _verdict, evidenceLost: _lost, vote: _vote, approval: _approval, ...rest } = nominee;
  return rest;
}
