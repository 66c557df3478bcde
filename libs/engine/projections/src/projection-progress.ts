import type { Instant } from '#libs/domain/kernel';
import { START, type EventStore, type Position } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { setTimeout as pause } from 'node:timers/promises';
import { ProjectionProblem } from './projection-problem.js';
import { type Projection, titleOf } from './projection.js';

/** How a projection stands. */
export interface ProjectionLag {
  readonly projection: string;
  readonly version: number;
  readonly position: Position;
  readonly ordinal: number;
  /** Events not taken in yet, counted up to 1,000. */
  readonly eventsBehind: number;
  /** How long the oldest of them has been in the log; 0 when there is none. */
  readonly secondsBehind: number;
  /** Events parked because they or one before them in their stream could not be applied. */
  readonly deadLetters: number;
  /** Which runner holds the lease; null when nobody does, or no longer. */
  readonly runner: string | null;
}

interface State {
  readonly position: Position;
  readonly ordinal: number;
  readonly runner: string | null;
  readonly deadLetters: number;
}

interface Look {
  readonly states: ReadonlyMap<string, State>;
  /** By the database's clock. */
  readonly now: Instant;
}

const COUNT_UP_TO = 1_000;
/** The first looks follow each other faster: most of what is waited for is there within milliseconds. */
const LOOK_AFTER_MS = [3, 6, 12, 20];

/**
 * How far the projections have come, for readers that wait for their own write, for health and for `doctor`.
 *
 * A reader that waits looks at the checkpoints every 20 ms, at first more often. LISTEN would need a connection per process, and NOTIFY takes a
 * lock on the whole database at each commit of a batch, for all readers and writers, whether anybody waits or not. Looking
 * costs one short query while somebody waits, shared by all who wait in this process, and nothing otherwise.
 */
export class ProjectionProgress {
  #looking: Promise<Look> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly projections: readonly Projection[],
  ) {}

  /**
   * Waits until the projections have taken in everything up to a position, at most `timeoutMs`.
   * @returns the position of the one that is least far, and whether that is still behind what was asked for.
   */
  async waitFor(
    projections: readonly Projection[],
    minPosition: Position,
    timeoutMs: number,
  ): Promise<{ readonly behind: boolean; readonly position: Position }> {
    const deadline = performance.now() + timeoutMs;
    for (let looks = 0; ; looks++) {
      const position = this.#leastOf(projections, (await this.#look()).states);
      if (this.store.comparePositions(position, minPosition) >= 0) return { behind: false, position };
      const left = deadline - performance.now();
      if (left <= 0) return { behind: true, position };
      await pause(Math.min(LOOK_AFTER_MS[looks] ?? 20, left));
    }
  }

  /** How far each projection is behind the log. */
  async lag(): Promise<readonly ProjectionLag[]> {
    const { states, now } = await this.#read();
    return Promise.all(
      this.projections.map(async (projection): Promise<ProjectionLag> => {
        const state = states.get(titleOf(projection)) ?? NEVER_RAN;
        const { events } = await this.store.readAll({ after: state.position, limit: COUNT_UP_TO });
        const oldest = events[0]?.recordedAt;
        return {
          projection: projection.name,
          version: projection.version,
          ...state,
          eventsBehind: events.length,
          secondsBehind: oldest ? Math.max(0, (Date.parse(now) - Date.parse(oldest)) / 1_000) : 0,
        };
      }),
    );
  }

  /**
   * Refuses to go on from checkpoints that the log has never reached: new events would get positions that count as known.
   * @throws ProjectionProblem `CHECKPOINT_AHEAD`
   */
  async refuseCheckpointsAhead(): Promise<void> {
    // In this order: the log only grows, so a checkpoint ahead of a later head is ahead indeed.
    const { states } = await this.#read();
    const head = await this.store.head();
    const ahead = this.projections.filter((projection) => {
      const state = states.get(titleOf(projection));
      return state && this.store.comparePositions(state.position, head) > 0;
    });
    if (ahead.length === 0) return;
    throw new ProjectionProblem(
      'CHECKPOINT_AHEAD',
      `The read models ${ahead.map(titleOf).join(', ')} are ahead of the log, which ends at ${head}: ` +
        `the log was restored from an older copy. Restore the read models from the same copy, or rebuild them.`,
    );
  }

  #leastOf(projections: readonly Projection[], states: ReadonlyMap<string, State>): Position {
    const positions = projections.map((projection) => states.get(titleOf(projection))?.position ?? START);
    return positions.reduce((least, other) => (this.store.comparePositions(other, least) < 0 ? other : least));
  }

  /** One look for all who ask while it is under way. */
  async #look(): Promise<Look> {
    this.#looking ??= this.#read().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #read(): Promise<Look> {
    const { rows } = await this.database.query<State & { projection: string | null; version: number; now: Instant }>(
      `select c.projection, c.version, c.position, c.ordinal, t.now,
         case when c.lease_until > t.now then c.lease_owner end as runner,
         (select count(*) from read.dead_letter d where d.projection = c.projection and d.version = c.version
            and d.place = 'live')
           as "deadLetters"
       from (select clock_timestamp() as now) t left join read.checkpoint c on c.place = 'live'`,
    );
    const states = new Map<string, State>();
    for (const { projection, version, now: _, ...state } of rows)
      if (projection !== null) states.set(titleOf({ name: projection, version }), state);
    return { states, now: rows[0]?.now ?? '' };
  }
}

const NEVER_RAN: State = { position: START, ordinal: 0, runner: null, deadLetters: 0 };
