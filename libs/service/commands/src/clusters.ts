import type { Clock, Decision } from '#libs/domain/kernel';
import { ok } from '#libs/domain/kernel';
import {
  type ClusterCommand,
  type ClusterContext,
  type ClusterFact,
  type MaybeCluster,
  clusterDecider,
  clusterEvents,
} from '#libs/domain/organization';
import type { EventStore } from '#libs/engine/event-store';
import { AggregateRunner } from './aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from './command-request.js';
import { clusterStream } from './ids.js';
import { type Guard, OrganizationGuard } from './organization-guard.js';
import type { Organization } from './organization.js';

/** Commands that units or other clusters can make impossible. */
const restsOnOthers: ReadonlySet<ClusterCommand['type']> = new Set(['form', 'add-member', 'end']);

/** The clusters and blocks of the log, with what they need of units and of each other. */
export class Clusters {
  private readonly runner: AggregateRunner<MaybeCluster, ClusterCommand, ClusterFact, ClusterContext>;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    store: EventStore,
    private readonly organization: Organization,
    private readonly clock: Clock,
    private readonly guard: Guard = new OrganizationGuard(store),
  ) {
    this.runner = new AggregateRunner(store, {
      decider: clusterDecider,
      schemaVersions: clusterEvents,
      isNoise: () => false,
      pinOf: () => undefined,
      sightOf: () => undefined,
    });
  }

  /** Carries out a command on a cluster, one after the other: who competes where spans streams, as the tree of units does. */
  execute(clusterId: string, command: ClusterCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    const mine = this.turn.then(() => {
      const now = this.clock.now();
      return this.runner.run({
        id: clusterId,
        stream: clusterStream(clusterId),
        command,
        request,
        now,
        effectiveAt: now,
        guard: restsOnOthers.has(command.type) ? this.guard : undefined,
        contextFor: async () => ok({ clusterId, actor: request.actor, ...(await this.organization.read()) }),
      });
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
