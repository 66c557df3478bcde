import type { EventStore } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { ProjectionFollower, type ProjectionReport } from './projection-follower.js';
import { ProjectionProgress } from './projection-progress.js';
import type { Projection } from './projection.js';
import { verifyTables } from './tables.js';
import { assertTotal } from './totality.js';

export interface ProjectionRunnerOptions {
  readonly store: EventStore;
  /** Under the role `vinhdanh_app`; two connections per projection keep a batch and its lease from waiting for each other. */
  readonly database: Database;
  readonly projections: readonly Projection[];
  /** Every event type this program knows. */
  readonly knownTypes: Iterable<string>;
  /** How long a runner that died keeps others out, in milliseconds. Default 5,000. */
  readonly leaseMs?: number;
  /** Events per transaction at most, when there is much to catch up with. Default 1,000. */
  readonly batchSize?: number;
  /** What happens, for logs. */
  readonly report?: (report: ProjectionReport) => void;
}

/**
 * Keeps read models up to date with the log. Each projection follows for itself; of many processes one runs it, the others
 * stand by. An event's effect is in the tables exactly once, whatever is killed when: tables and checkpoint change together
 * or not at all.
 */
export class ProjectionRunner {
  readonly progress: ProjectionProgress;
  readonly #followers: readonly ProjectionFollower[];

  /** @throws ProjectionsNotTotal when a projection has forgotten an event type. */
  constructor(private readonly options: ProjectionRunnerOptions) {
    const { store, database, projections, knownTypes, leaseMs = 5_000, batchSize = 1_000 } = options;
    assertTotal(projections, knownTypes);
    const owner = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
    const report = options.report ?? (() => {});
    this.progress = new ProjectionProgress(store, database, projections);
    this.#followers = projections.map(
      (projection) => new ProjectionFollower(store, database, projection, { owner, leaseMs, batchSize, report }),
    );
  }

  /**
   * Checks tables and checkpoints, then begins to follow. Resolves when following has begun, not when it has caught up.
   * @throws ProjectionProblem with a sentence for the operator.
   */
  async start(): Promise<void> {
    await verifyTables(this.options.database, this.options.projections);
    await this.progress.refuseCheckpointsAhead();
    for (const follower of this.#followers) follower.start();
  }

  /** Finishes the batches under way and gives the leases back. Idempotent. */
  async stop(): Promise<void> {
    await Promise.all(this.#followers.map(async (follower) => follower.stop()));
  }
}
