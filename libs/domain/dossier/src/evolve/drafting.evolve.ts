import type { Recorded } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { sightAtFirst } from '../dossier.sight.js';
import type { DocumentState, DossierState, NomineeState } from '../dossier.state.js';
import { type Evolvers, movedTo } from './evolver.js';

/** A dossier's first fact: a unit began it. */
export function openDrafted({ data, ...fact }: Recorded<DossierFactOf<'DossierDrafted'>>): DossierState {
  return {
    id: data.dossierId,
    revision: fact.revision,
    procedureCode: data.procedureCode,
    favourable: [],
    kind: data.kind,
    title: data.title,
    ...sightAtFirst({ type: 'DossierDrafted', data }),
    ...(data.cluster === undefined ? {} : { cluster: data.cluster }),
    statedAt: {
      title: [fact.revision],
      ...(data.cluster === undefined ? {} : { cluster: [fact.revision] }),
    },
    step: data.step,
    places: data.places ?? [data.step],
    atCouncil: false,
    receipts: {},
    units: data.units ?? {},
    placeSince: fact.effectiveAt,
    arrivals: Object.fromEntries((data.places ?? [data.step]).map((place) => [place, fact.effectiveAt])),
    suspended: false,
    nominees: new Map(),
    nomineesNumbered: 0,
    documents: [],
    warnings: [],
    actors: {},
    opinions: new Map(),
    notices: new Map(),
    objections: new Map(),
    objectionsNumbered: 0,
    copies: new Map(),
    deadlines: new Map(),
    awaited: new Map(),
    departed: new Map(),
    detached: [],
    escalated: [],
    work: {},
  };
}

type NamedNominee = DossierFactOf<'NomineesAdded'>['data']['nominees'][number];

/** A nominee as the fact that named it says. */
export const nomineeNamed = (named: NamedNominee, addedAt: number): NomineeState => ({
  id: named.id,
  kind: named.kind,
  name: named.name,
  ...(named.sex === undefined ? {} : { sex: named.sex }),
  ...(named.standing === undefined ? {} : { standing: named.standing }),
  unit: named.unit,
  ...(named.cluster === undefined ? {} : { cluster: named.cluster }),
  ...(named.grade === undefined ? {} : { grade: named.grade }),
  ...(named.code === undefined ? {} : { code: named.code }),
  ...(named.birthDate === undefined ? {} : { birthDate: named.birthDate }),
  ...(named.claims === undefined ? {} : { claims: named.claims }),
  addedAt,
  statedAt: {},
});

type AttachedDocument = DossierFactOf<'DocumentAttached'>['data'];

/** A document as the fact says; `sealed` only by a declaration of secrecy. */
export const documentAttached = (document: AttachedDocument, sealed = false): DocumentState => ({
  document: document.document,
  ...(document.form === undefined ? {} : { form: document.form }),
  ...(document.formats === undefined ? {} : { formats: document.formats }),
  ...(document.sha256 === undefined ? {} : { sha256: document.sha256 }),
  ...(document.size === undefined ? {} : { size: document.size }),
  ...(document.mediaType === undefined ? {} : { mediaType: document.mediaType }),
  ...(document.stub === undefined ? {} : { stub: document.stub }),
  sealed,
});

export const draftingEvolvers: Evolvers<
  'NomineesAdded' | 'DocumentAttached' | 'DossierClassified' | 'DossierSubmitted'
> = {
  NomineesAdded: (state, { data, revision }) => {
    const nominees = new Map(state.nominees);
    for (const named of data.nominees) nominees.set(named.id, nomineeNamed(named, revision));
    return { ...state, nominees, nomineesNumbered: state.nomineesNumbered + data.nominees.length };
  },
  DocumentAttached: (state, { data }) => ({ ...state, documents: [...state.documents, documentAttached(data)] }),
  // Files that were there before the declaration stay sealed even when it is lifted: they were to be removed.
  DossierClassified: (state, { data }) => ({
    ...state,
    documents:
      data.level === 'none'
        ? state.documents
        : state.documents.map((document) => (document.stub ? document : { ...document, sealed: true })),
  }),
  DossierSubmitted: (state, { data, effectiveAt }) => ({
    ...movedTo(state, data, effectiveAt),
    submittedAt: effectiveAt,
  }),
};
