import type { EventShapes } from '../shared/event-shapes.js';
import type { CountedNominee, DossierListRow } from './dossier-list.tables.js';

type Nominee = EventShapes['NomineesAdded']['nominees'][number];
type Counted = Readonly<Record<string, CountedNominee>>;

/** What is remembered of nominees. */
export const remember = (nominees: readonly Nominee[]): Counted =>
  Object.fromEntries(
    nominees.map(({ id, kind, sex, standing }) => [id, { kind, ...(sex && { sex }), ...(standing && { standing }) }]),
  );

export const without = (nominees: Counted, ids: readonly string[]): Counted => {
  const gone = new Set(ids);
  return Object.fromEntries(Object.entries(nominees).filter(([id]) => !gone.has(id)));
};

/** Sex and direct work count with individuals only; a collective has neither. */
export function countNominees(
  nominees: Counted,
): Pick<DossierListRow, 'individuals' | 'collectives' | 'households' | 'women' | 'directWorkers'> {
  const all = Object.values(nominees);
  const count = (is: (nominee: CountedNominee) => boolean): number => all.filter(is).length;
  return {
    individuals: count(({ kind }) => kind === 'individual'),
    collectives: count(({ kind }) => kind === 'collective'),
    households: count(({ kind }) => kind === 'household'),
    women: count(({ kind, sex }) => kind === 'individual' && sex === 'female'),
    directWorkers: count(({ kind, standing }) => kind === 'individual' && standing === 'direct_worker'),
  };
}
