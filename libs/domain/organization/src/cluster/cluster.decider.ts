import { type Actor, type Decider, type Decision, type LocalDate, dayText, ok, refuse } from '#libs/domain/kernel';
import { checkOperator, datesOutOfOrder, firstRefusal, unless } from '../checks.js';
import { contains, covers, overlap } from '../period.js';
import type { Units } from '../unit/unit.state.js';
import type { ClusterCommand, ClusterCommandOf } from './cluster.commands.js';
import type { ClusterFact } from './cluster.events.js';
import { type ClusterState, type Clusters, type MaybeCluster, evolveCluster } from './cluster.state.js';

/** What a decision on a cluster needs besides its own past. */
export interface ClusterContext {
  /** The id in the stream's name. */
  readonly clusterId: string;
  readonly actor: Actor;
  readonly units: Units;
  /** All clusters, for parts and for units that compete elsewhere. The cluster itself is taken from its own stream. */
  readonly clusters: Clusters;
}

type Facts = Decision<readonly [ClusterFact]>;

/** A cluster or block (cụm, khối thi đua), streams `cluster-<id>`. Kept by operators, as units are. */
export const clusterDecider: Decider<MaybeCluster, ClusterCommand, ClusterFact, ClusterContext> = {
  initialState: undefined,
  decide(command, state, context): Facts {
    const allowed = checkOperator(context.actor);
    if (!allowed.ok) return allowed;
    if (command.type === 'form') return form(command, state, context);
    if (!state) return refuse('NOT_FOUND', { params: { what: context.clusterId } });
    switch (command.type) {
      case 'add-member':
        return addMember(command, state, context);
      case 'remove-member':
        return removeMember(command, state);
      case 'put-in-charge':
        return putInCharge(command, state);
      case 'relieve':
        return relieve(command, state);
      default:
        return end(command, state, context);
    }
  },
  evolve: evolveCluster,
};

function form({ data }: ClusterCommandOf<'form'>, state: MaybeCluster, context: ClusterContext): Facts {
  const { clusterId, units, clusters } = context;
  if (state) return refuse('CLUSTER_EXISTS', { params: { cluster: clusterId } });
  if (data.clusterId !== clusterId) throw new Error('A cluster is formed in the stream of its own id.');
  const { organizerId, parentId, from } = data;
  const organizer = units.get(organizerId);
  const parent = parentId === undefined ? undefined : clusters.get(parentId);
  const checked = firstRefusal(
    () =>
      unless(organizer !== undefined && covers(organizer, from), () =>
        refuse('UNIT_NOT_IN_FORCE', { params: { unit: organizerId, date: dayText(from) } }),
      ),
    () =>
      unless(parentId === undefined || (parent !== undefined && contains(parent, { from })), () =>
        refuse('CLUSTER_NOT_IN_FORCE', { params: { cluster: parentId ?? '', date: dayText(from) } }),
      ),
  );
  return checked.ok ? ok([{ type: 'ClusterFormed', data }]) : checked;
}

/** A unit competes in one cluster of a level and organizer at a time, else it would be ranked twice. */
function addMember({ data }: ClusterCommandOf<'add-member'>, state: ClusterState, context: ClusterContext): Facts {
  const { unitId, from } = data;
  const unit = context.units.get(unitId);
  const rivals = [state, ...[...context.clusters.values()].filter(({ id }) => id !== state.id)].filter(
    ({ level, organizerId }) => level === state.level && organizerId === state.organizerId,
  );
  const other = rivals.find((rival) =>
    rival.memberships.some(
      (each) =>
        each.unitId === unitId && overlap(each, { from }) && (rival.to === undefined || overlap(rival, { from })),
    ),
  );
  const checked = firstRefusal(
    () => inForce(state, from),
    () =>
      unless(unit !== undefined && covers(unit, from), () =>
        refuse('UNIT_NOT_IN_FORCE', { params: { unit: unitId, date: dayText(from) } }),
      ),
    () => unless(!other, () => refuse('UNIT_IN_CLUSTER', { params: { unit: unitId, cluster: other?.id ?? '' } })),
  );
  return checked.ok ? ok([{ type: 'ClusterMemberJoined', data }]) : checked;
}

function removeMember({ data }: ClusterCommandOf<'remove-member'>, state: ClusterState): Facts {
  const { unitId, on } = data;
  const belongs = state.memberships.some((each) => each.unitId === unitId && covers(each, on));
  return belongs
    ? ok([{ type: 'ClusterMemberLeft', data }])
    : refuse('NOT_IN_CLUSTER', { params: { unit: unitId, date: dayText(on) } });
}

/** One council member at a time; who comes later takes the place of who was there (F3). */
function putInCharge({ data }: ClusterCommandOf<'put-in-charge'>, state: ClusterState): Facts {
  const last = state.charges.at(-1);
  const checked = firstRefusal(
    () => inForce(state, data.from),
    () =>
      unless(last === undefined || last.from < data.from, () => datesOutOfOrder(last?.from ?? data.from, data.from)),
  );
  return checked.ok ? ok([{ type: 'CouncilMemberPutInCharge', data }]) : checked;
}

function relieve({ data: { on } }: ClusterCommandOf<'relieve'>, state: ClusterState): Facts {
  const charge = state.charges.find((each) => covers(each, on));
  return charge
    ? ok([{ type: 'CouncilMemberRelieved', data: { accountId: charge.accountId, on } }])
    : refuse('NOBODY_IN_CHARGE', { params: { date: dayText(on) } });
}

function end({ data }: ClusterCommandOf<'end'>, state: ClusterState, { clusters }: ClusterContext): Facts {
  const parts = [...clusters.values()].filter((each) => each.parentId === state.id && overlap(each, { from: data.on }));
  const checked = firstRefusal(
    () => unless(state.from < data.on, () => datesOutOfOrder(state.from, data.on)),
    () => inForce(state, data.on),
    () =>
      unless(parts.length === 0, () =>
        refuse('CLUSTER_HAS_PARTS', { params: { clusters: parts.map(({ id }) => id) } }),
      ),
  );
  return checked.ok ? ok([{ type: 'ClusterEnded', data }]) : checked;
}

const inForce = (state: ClusterState, date: LocalDate): Decision<void> =>
  unless(covers(state, date), () =>
    refuse('CLUSTER_NOT_IN_FORCE', { params: { cluster: state.id, date: dayText(date) } }),
  );
