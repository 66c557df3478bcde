import { type Period, covers, endedBy } from '../period.js';
import type { ClusterFactOf, RecordedClusterFact } from './cluster.events.js';

type Formed = ClusterFactOf<'ClusterFormed'>['data'];

/** A unit's time in a cluster. */
export interface Membership extends Period {
  readonly unitId: string;
}

/** A council member's time in charge of a cluster. */
export interface Charge extends Period {
  readonly accountId: string;
}

/** A cluster as its facts say it is, over all time: what held on a day, the reads say. */
export interface ClusterState extends Omit<Formed, 'clusterId' | 'reason' | 'basis' | 'from'>, Period {
  readonly id: string;
  readonly revision: number;
  readonly memberships: readonly Membership[];
  /** In order of days; no two have a day in common. */
  readonly charges: readonly Charge[];
}

/** Before its first fact a cluster does not exist. */
export type MaybeCluster = ClusterState | undefined;

/** All clusters by id: what the reads look into. */
export type Clusters = ReadonlyMap<string, ClusterState>;

/** Folds one fact. Throws when the first one forms nothing: such a stream was not written by `decide`. */
export function evolveCluster(state: MaybeCluster, fact: RecordedClusterFact): ClusterState {
  const { revision } = fact;
  if (fact.type === 'ClusterFormed') {
    const { clusterId, reason: _reason, basis: _basis, ...formed } = fact.data;
    return { id: clusterId, revision, ...formed, memberships: [], charges: [] };
  }
  if (!state) throw new Error(`A cluster cannot begin with ${fact.type}.`);
  return { ...state, revision, ...changeOf(state, fact) };
}

function changeOf(
  { memberships, charges }: ClusterState,
  fact: Exclude<RecordedClusterFact, { readonly type: 'ClusterFormed' }>,
): Partial<ClusterState> {
  switch (fact.type) {
    case 'ClusterMemberJoined':
      return { memberships: [...memberships, fact.data] };
    case 'ClusterMemberLeft': {
      const { unitId, on } = fact.data;
      return {
        memberships: memberships.map((each) => (each.unitId === unitId && covers(each, on) ? endedBy(each, on) : each)),
      };
    }
    case 'CouncilMemberPutInCharge':
      return { charges: [...charges.map((each) => endedBy(each, fact.data.from)), fact.data] };
    case 'CouncilMemberRelieved':
      return { charges: charges.map((each) => endedBy(each, fact.data.on)) };
    default:
      return { to: fact.data.on };
  }
}
