import type { Recorded } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { sightAtFirst } from '../dossier.sight.js';
import type { DossierState, NomineeState } from '../dossier.state.js';
import { withClaims } from '../features/claim-correction.js';
import { awaitedFrom, deadlineFrom } from './deadline.evolve.js';
import { documentAttached, nomineeNamed, openDrafted } from './drafting.evolve.js';
import { changed, type Evolvers, movedTo } from './evolver.js';
import { withoutObjectionsOf } from './notice.evolve.js';
import { verdictOf, withVote } from './judgement.evolve.js';
import { inheritedWork } from './work.evolve.js';

/** A dossier's first fact: it left another one, and goes on from where that stood. */
export function openDetached(fact: Recorded<DossierFactOf<'DetachedDossierOpened'>>): DossierState {
  const { data, revision } = fact;
  const verdicts = new Map(data.verdicts.map((given) => [given.nomineeId, verdictOf(given)]));
  const approved = new Set(data.approved);
  const nominees = data.nominees.map((named): NomineeState => {
    const verdict = verdicts.get(named.id);
    return {
      ...nomineeNamed(named, revision),
      ...(verdict ? { verdict } : {}),
      ...(approved.has(named.id) ? { approval: { approved: true } } : {}),
    };
  });
  const opened: DossierState = {
    ...openDrafted({ ...fact, type: 'DossierDrafted' }),
    ...sightAtFirst(fact),
    ...(data.procedure ? { procedure: data.procedure } : {}),
    ...(data.provisional ? { provisional: data.provisional } : {}),
    ...(data.boundBefore ? { boundBefore: data.boundBefore } : {}),
    ...(data.receivedAt ? { receivedAt: data.receivedAt } : {}),
    atCouncil: data.council === true,
    receipts: data.receipts ?? {},
    favourable: data.favourable ?? [],
    warnings: data.warnings,
    suspended: data.suspended,
    nominees: new Map(nominees.map((nominee) => [nominee.id, nominee])),
    nomineesNumbered: Math.max(...nominees.map(({ id }) => numberOf(id))),
    documents: data.documents.map((document) => documentAttached(document, data.secrecy !== 'none' && !document.stub)),
    actors: data.actors,
    deadlines: new Map(data.deadlines.map((terms) => [terms.deadlineId, deadlineFrom(terms)])),
    awaited: new Map(data.awaited.map((terms) => [terms.deadlineId, awaitedFrom(terms)])),
    opinions: byId(data.opinions, ({ opinionId }) => opinionId),
    notices: byId(data.notices, ({ noticeId }) => noticeId),
    objections: byId(data.objections, ({ objectionId }) => objectionId),
    objectionsNumbered: Math.max(0, ...(data.objections ?? []).map(({ objectionId }) => numberOf(objectionId))),
    work: inheritedWork(fact),
    parentDossierId: data.parentDossierId,
  };
  return data.vote ? withVote(opened, data.vote) : opened;
}

/** A dossier's first fact: a draft for another award, of nominees who left another dossier. */
export function openEscalated(fact: Recorded<DossierFactOf<'EscalatedDossierOpened'>>): DossierState {
  const { data, revision } = fact;
  return {
    ...openDrafted({ ...fact, type: 'DossierDrafted' }),
    ...sightAtFirst(fact),
    nominees: new Map(data.nominees.map((named) => [named.id, nomineeNamed(named, revision)])),
    nomineesNumbered: Math.max(...data.nominees.map(({ id }) => numberOf(id))),
    documents: data.documents.map((document) => documentAttached(document, data.secrecy !== 'none' && !document.stub)),
    parentDossierId: data.parentDossierId,
    parentProcedureCode: data.parentProcedureCode,
  };
}

const byId = <T>(list: readonly T[] | undefined, idOf: (item: T) => string): ReadonlyMap<string, T> =>
  new Map((list ?? []).map((item) => [idOf(item), item]));

/** Ids keep their parent's numbers; the next one goes on after the highest, so that none is ever given twice. */
const numberOf = (nomineeId: string): number => Number(/\d+$/.exec(nomineeId)?.[0] ?? 0);

function correctedNominee(
  nominee: NomineeState,
  { field, new: value, claims }: DossierFactOf<'FactCorrected'>['data'],
  revision: number,
): NomineeState {
  const right = claims ? withClaims(nominee.claims, claims) : value;
  return { ...nominee, [field]: right, statedAt: { ...nominee.statedAt, [field]: revision } };
}

/** They are gone, and what was said about them alone. Their names stay, for what was recorded. */
function without(state: DossierState, ids: readonly string[]): DossierState {
  const nominees = new Map(state.nominees);
  const departed = new Map(state.departed);
  for (const id of ids) {
    departed.set(id, nominees.get(id)?.name ?? id);
    nominees.delete(id);
  }
  return { ...state, nominees, departed, objections: withoutObjectionsOf({ ...state, nominees }) };
}

export const sideEvolvers: Evolvers<
  | 'DossierWithdrawn'
  | 'DossierSuspended'
  | 'DossierResumed'
  | 'NomineesDetached'
  | 'NomineesEscalated'
  | 'FactCorrected'
> = {
  // What was being verified concerns this dossier no more.
  DossierWithdrawn: (state, { data, effectiveAt }) => ({
    ...movedTo(state, data, effectiveAt),
    suspended: false,
  }),
  DossierSuspended: (state, { effectiveAt }) => ({ ...state, suspended: true, placeSince: effectiveAt }),
  DossierResumed: (state, { effectiveAt }) => ({ ...state, suspended: false, placeSince: effectiveAt }),
  NomineesDetached: (state, { data: { childDossierId, nominees } }) => ({
    ...without(state, nominees),
    detached: [...state.detached, { childDossierId, nominees }],
  }),
  NomineesEscalated: (state, { data: { childDossierId, procedureCode, nominees } }) => ({
    ...without(state, nominees),
    escalated: [...state.escalated, { childDossierId, procedureCode, nominees }],
  }),
  FactCorrected: (state, { data, revision }) =>
    data.nomineeId === undefined
      ? { ...state, [data.field]: data.new, statedAt: { ...state.statedAt, [data.field]: [revision] } }
      : {
          ...state,
          nominees: changed(state.nominees, [data.nomineeId], (nominee) => correctedNominee(nominee, data, revision)),
        },
};
