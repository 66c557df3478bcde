import type { LocalDate } from '#libs/domain/kernel';
import type { ClusterState, Clusters } from '../cluster/cluster.state.js';
import { covers } from '../period.js';

/** The units that compete in a cluster on a day, in the order in which they joined; none while it is not in force. */
export const membersOf = (cluster: ClusterState, date: LocalDate): readonly string[] =>
  covers(cluster, date) ? cluster.memberships.filter((each) => covers(each, date)).map(({ unitId }) => unitId) : [];

/** The clusters in which a unit competes on a day, one of each level. */
export const clustersOf = (clusters: Clusters, unitId: string, date: LocalDate): readonly string[] =>
  [...clusters.values()].filter((each) => membersOf(each, date).includes(unitId)).map(({ id }) => id);

/** The council member in charge of a cluster on a day (F3): an account. */
export const inChargeOf = (cluster: ClusterState, date: LocalDate): string | undefined =>
  covers(cluster, date) ? cluster.charges.find((each) => covers(each, date))?.accountId : undefined;

/** The clusters of which a council member is in charge on a day: what his inbox and his recusals follow. */
export const clustersInChargeOf = (clusters: Clusters, accountId: string, date: LocalDate): readonly string[] =>
  [...clusters.values()].filter((each) => inChargeOf(each, date) === accountId).map(({ id }) => id);

/** Whether a cluster has fewer members on a day than it is meant to have (F1). Nothing is refused because of it. */
export const isShort = (cluster: ClusterState, date: LocalDate): boolean =>
  covers(cluster, date) && membersOf(cluster, date).length < (cluster.minimumMembers ?? 0);

/** A cluster as people read it for a day. */
export interface ClusterView extends Omit<ClusterState, 'memberships' | 'charges'> {
  /** The day for which the answer holds. */
  readonly asInForce: LocalDate;
  readonly inForce: boolean;
  readonly members: readonly string[];
  /** The account of the council member in charge. */
  readonly inCharge?: string;
  /** Fewer members than it is meant to have. */
  readonly short: boolean;
}

/** Reads a cluster for a day: who competes in it, and who is in charge. */
export function viewCluster(cluster: ClusterState, date: LocalDate): ClusterView {
  const { memberships: _memberships, charges: _charges, ...formed } = cluster;
  const inCharge = inChargeOf(cluster, date);
  return {
    ...formed,
    asInForce: date,
    inForce: covers(cluster, date),
    members: membersOf(cluster, date),
    ...(inCharge === undefined ? {} : { inCharge }),
    short: isShort(cluster, date),
  };
}
