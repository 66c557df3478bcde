import type { DossierEventType, DossierFact, DossierFactOf, OpeningEvent } from './dossier.events.js';

/**
 * Whose dossier it is and before whom it has lain: all that the question who may read it depends on. The fold of the dossier
 * and the rows of the read models keep it by the same function, so that both give the same answer.
 */
export interface DossierSight {
  readonly submittingUnitId: string;
  /** Before whom it lies now; for a draft, to whom it is meant to go. */
  readonly bodyId: string;
  /** Every body before which it has lain, from its first submission on: none while it is a draft. */
  readonly bodies: readonly string[];
  /** The bodies among them whose council it has reached. */
  readonly councils: readonly string[];
  readonly secrecy: DossierFactOf<'DossierClassified'>['data']['level'];
}

/** A dossier's first fact: a draft is its unit's own, whoever began it; one that was detached goes on where its parent stood. */
export function sightAtFirst(fact: Pick<Extract<DossierFact, { type: OpeningEvent }>, 'type' | 'data'>): DossierSight {
  const { submittingUnitId, bodyId } = fact.data;
  const draft: DossierSight = { submittingUnitId, bodyId, bodies: [], councils: [], secrecy: 'none' };
  if (fact.type === 'DossierDrafted') return draft;
  if (fact.type === 'EscalatedDossierOpened') {
    return { ...draft, secrecy: (fact.data as DossierFactOf<'EscalatedDossierOpened'>['data']).secrecy };
  }
  const { actors, vote, council, secrecy } = fact.data as DossierFactOf<'DetachedDossierOpened'>['data'];
  if (!('submit' in actors)) return { ...draft, secrecy };
  const councils = vote !== undefined || council ? [bodyId] : [];
  return { ...draft, bodies: [bodyId], councils, secrecy };
}

interface Moved {
  readonly council?: boolean;
  readonly toBodyId?: string;
  readonly bodyId?: string;
  readonly level?: DossierSight['secrecy'];
}

/** What a later fact changes about it. */
export function sightAfter(sight: DossierSight, { type, data }: { readonly type: string; readonly data: unknown }) {
  const { council, toBodyId, bodyId: lies, level } = data as Moved;
  const bodyId = lies ?? (type === 'DossierForwarded' ? toBodyId : undefined) ?? sight.bodyId;
  const submitted = type === 'DossierSubmitted' || sight.bodies.length > 0;
  return {
    submittingUnitId: sight.submittingUnitId,
    bodyId,
    bodies: submitted ? withOne(sight.bodies, bodyId) : sight.bodies,
    councils: submitted && council ? withOne(sight.councils, bodyId) : sight.councils,
    secrecy: type === 'DossierClassified' && level !== undefined ? level : sight.secrecy,
  } satisfies DossierSight;
}

const withOne = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one];

/** The facts that can change it: those that name a step, and a declaration of secrecy. The first fact is not among them. */
export const sightEvents = [
  'DossierClassified',
  'DossierSubmitted',
  'DossierReceived',
  'SupplementRequested',
  'DossierSupplemented',
  'DossierReturned',
  'DossierAppraised',
  'DossierVoted',
  'DossierApproved',
  'DossierRejected',
  'DossierForwarded',
  'DecisionReceived',
  'AwardConferred',
  'DossierArchived',
  'StepCompleted',
  'DossierWithdrawn',
] as const satisfies readonly DossierEventType[];
