import type { EventShapes } from '../shared/event-shapes.js';
import type { CountedNominee, DossierListRow } from './dossier-list.tables.js';

type Nominee = EventShapes['NomineesAdded']['nominees'][number];
type Counted = Readonly<Record<string, CountedNominee>>;

/** What is remembered of nominees. */
export const remember = (nominees: readonly Nominee[]): Counted =>
  Object.fromEntries(
    nominees.map(({ id, kind, name, unit, sex, standing }) => [
      id,
      { kind, name, unit, ...(sex && { sex }), ...(standing && { standing }) },
    ]),
  );

export const without = (nominees: Counted, ids: readonly string[]): Counted => {
  const gone = new Set(ids);
  return Object.fromEntries(Object.entries(nominees).filter(([id]) => !gone.has(id)));
};

/** The same counts as the fold's view gives. */
export function countNominees(
  nominees: Counted,
): Pick<DossierListRow, 'individuals' | 'collectives' | 'households' | 'women' | 'directWorkers'> {
  const all = Object.values(nominees);
  const count = (is: (nominee: CountedNominee) => boolean): number => all.filter(is).length;
  return {
    individuals: count(({ kind }) => kind === 'individual'),
    collectives: count(({ kind }) => kind === 'collective'),
    households: count(({ kind }) => kind === 'household'),
    women: count(({ sex }) => sex === 'female'),
    directWorkers: count(({ standing }) => standing === 'direct_worker'),
  };
}
