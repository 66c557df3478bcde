import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { DossierState, NomineeState } from './dossier.state.js';
import { listed } from './nominees.js';

/** What a nominee's receipt takes because it may be used once. */
export interface Citation {
  readonly what: 'achievement' | 'initiative';
  readonly id: string;
  readonly nomineeId: string;
  readonly share?: number;
}

/** A citation that somebody else has already. */
export interface TakenCitation extends Citation {
  /** The dossier that has it. */
  readonly by: string;
}

/** The achievements (R15) and initiatives (R16) that nominees cite, as far as the version lets each be used once only. */
export function citationsOf(
  { nominees }: Pick<DossierState, 'nominees'>,
  { criteria: { onceOnly } }: Pick<Procedure, 'criteria'>,
): readonly Citation[] {
  return [...nominees.values()].flatMap((nominee) => [
    ...(onceOnly.achievements ? achievementsOf(nominee) : []),
    ...(onceOnly.initiatives ? initiativesOf(nominee) : []),
  ]);
}

const achievementsOf = ({ id: nomineeId, claims }: NomineeState): Citation[] =>
  (claims?.achievements ?? []).map((id) => ({ what: 'achievement', id, nomineeId }));

const initiativesOf = ({ id: nomineeId, claims }: NomineeState): Citation[] =>
  (claims?.initiatives ?? []).map(({ id, share }) => ({
    what: 'initiative',
    id,
    nomineeId,
    ...(share === undefined ? {} : { share }),
  }));

/** Refuses `ACHIEVEMENT_TAKEN` (R15) or `INITIATIVE_TAKEN` (R16) where somebody else has what a nominee cites. */
export function checkFree(taken: readonly TakenCitation[], { criteria }: Pick<Procedure, 'criteria'>): Decision<void> {
  const [first] = taken;
  if (!first) return ok(undefined);
  const alike = taken.filter(({ what }) => what === first.what);
  const params = {
    taken: listed([...new Set(alike.map(({ id }) => id))]),
    nominees: listed([...new Set(alike.map(({ nomineeId }) => nomineeId))]),
    dossiers: listed([...new Set(alike.map(({ by }) => by))]),
  };
  const { source } = criteria.onceOnly;
  return first.what === 'achievement'
    ? refuse('ACHIEVEMENT_TAKEN', { rule: 'R15', source, params })
    : refuse('INITIATIVE_TAKEN', { rule: 'R16', source, params });
}

/** Whether a nominee will get no award by this dossier any more, whatever happens: what he cites is free. */
export function willNotBeAwarded(
  { step }: Pick<DossierState, 'step'>,
  nominee: NomineeState,
  procedure: Pick<Procedure, 'steps'>,
): 'dossier_ended' | 'nominee_refused' | undefined {
  if (nominee.decided) return undefined;
  const at = procedure.steps[step];
  if (at?.kind === 'end' && at.outcome !== 'granted') return 'dossier_ended';
  return nominee.dropped || nominee.approval?.approved === false || at?.kind === 'end' ? 'nominee_refused' : undefined;
}
