import type { Recorded } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import type { DossierState, Holder, Holders } from '../dossier.state.js';
import { type HeldRole, heldRoles } from '../events/work.events.js';
import type { Evolvers } from './evolver.js';

type Taken = Recorded<DossierFactOf<'DossierClaimed'> | DossierFactOf<'DossierAssigned'>>;

function taken(state: DossierState, { data, effectiveAt, recordedAt }: Taken): DossierState {
  const { role, accountId, positionId, unitId } = data;
  const holder = { accountId, positionId, unitId, since: effectiveAt };
  return { ...state, work: { ...state.work, [role]: { changedAt: recordedAt, holder } } };
}

/** The holders that a detached dossier takes over from its parent. */
export const inheritedWork = ({
  data,
  recordedAt,
}: Recorded<DossierFactOf<'DetachedDossierOpened'>>): DossierState['work'] =>
  Object.fromEntries((data.holders ?? []).map(({ role, ...holder }) => [role, { changedAt: recordedAt, holder }]));

export const workEvolvers: Evolvers<'DossierClaimed' | 'DossierAssigned' | 'DossierReleased'> = {
  DossierClaimed: taken,
  DossierAssigned: taken,
  DossierReleased: (state, { data, recordedAt }) => ({
    ...state,
    work: { ...state.work, [data.role]: { changedAt: recordedAt } },
  }),
};

/** Who holds the dossier as its own facts say; a unit's handover may have moved it since. */
export const holdersOf = ({ work }: Pick<DossierState, 'work'>): Holders =>
  Object.fromEntries(
    heldRoles.flatMap((role): [HeldRole, Holder][] => {
      const holder = work[role]?.holder;
      return holder ? [[role, holder]] : [];
    }),
  );
