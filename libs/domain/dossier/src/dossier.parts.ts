import { slices, type Splitter } from '#libs/domain/kernel';
import type { DossierEventType, DossierFact, DossierFactOf } from './dossier.events.js';
import type { MaybeDossier } from './dossier.state.js';
import type { Place } from './events/place.js';

type SplitterOf<T extends DossierEventType> = (
  fact: DossierFactOf<T>,
  before: MaybeDossier,
  maxBytes: number,
) => readonly DossierFactOf<T>[];

/**
 * Facts that can outgrow one append, by what a request may hold. All others stay far below it whatever is in them
 * (`largest-facts.unit.spec.ts` measures each).
 */
const splitters: { readonly [T in DossierEventType]?: SplitterOf<T> } = {
  NomineesAdded: ({ type, data }, _before, maxBytes) =>
    slices(data.nominees, maxBytes).map((nominees) => ({ type, data: { nominees } })),
  NomineesAppraised: ({ type, data }, _before, maxBytes) =>
    slices(data.verdicts, maxBytes).map((verdicts) => ({ type, data: { verdicts } })),
  EvidenceLost: ({ type, data }, _before, maxBytes) =>
    slices(data.nominees, maxBytes).map((nominees) => ({ type, data: { nominees } })),
  // First whom the authority refused, with the reasons; the last part approves and moves on.
  DossierApproved: ({ type, data }, before, maxBytes) => {
    const refusals = slices(data.refused, maxBytes);
    const last = { type, data: { ...data, refused: refusals.at(-1) ?? [] } };
    return [
      ...refusals.slice(0, -1).map((refused) => ({
        type,
        data: { approved: [], refused, ...stillAt(before, data.step) },
      })),
      last,
    ];
  },
};

/** While the rest is awaited the dossier stays where it was. */
const stillAt = (before: MaybeDossier, step: string): Place => ({
  step: before?.step ?? step,
  ...(before && before.places.length > 1 ? { places: [...before.places] } : {}),
});

/** A fact in several of its type; in one where it cannot be split. */
export const splitDossierFact: Splitter<MaybeDossier, DossierFact> = (fact, before, maxBytes) => {
  const split = splitters[fact.type] as Splitter<MaybeDossier, DossierFact> | undefined;
  return split ? split(fact, before, maxBytes) : [fact];
};
