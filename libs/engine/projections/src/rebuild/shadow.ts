import type { EventBatch, EventStore, Position } from '#libs/engine/event-store';
import type { Database, Queryable } from '#libs/platform/postgres';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { BatchApplier } from '../batch-applier.js';
import { type Checkpoint, Lease, LeaseLost } from '../checkpoint.js';
import { nameIn, type Place } from '../place.js';
import type { Projection } from '../projection.js';
import { ProjectionProblem } from '../projection-problem.js';
import { createIndexes, createTable, verifyTables } from '../tables.js';

export interface ShadowOptions {
  readonly store: EventStore;
  /** Under the role `vinhdanh_owner`, without a limit for statements; two connections at least. */
  readonly owner: Database;
  readonly projection: Projection;
  /** Begin anew, whatever an earlier attempt left. */
  readonly fresh?: boolean;
  /** Ends the work after the batch under way; the next attempt goes on from there. */
  readonly signal?: AbortSignal;
  /** Events per transaction. Default 10,000. */
  readonly batchSize?: number;
  /** How long an attempt that died keeps others out, in milliseconds. Default 10,000. */
  readonly leaseMs?: number;
  /** Told after each batch. */
  readonly report?: (filled: Filled) => void;
}

/** How far a copy has been filled. */
export interface Filled {
  /** Events of the log that are in it. */
  readonly done: number;
  /** Of how many; `undefined` when nobody has counted this log yet. */
  readonly total: number | undefined;
  /** What this attempt has done, per second. */
  readonly eventsPerSecond: number;
  /** Of a rebuild that went on where an earlier one had stopped: how far that had come. */
  readonly resumedFrom: number;
}

/** Somebody else fills this copy. */
export class ShadowHeld extends Error {
  override readonly name = 'ShadowHeld';

  constructor(readonly runner: string) {
    super(`Another process is at it: ${runner}.`);
  }
}

/** The work was ended by its signal; what was filled stays. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * A copy of a read model beside the one that serves, filled from the log in tables and under a checkpoint of its own. One
 * process at a time fills it; after that one has ended in whatever way, another goes on where it stopped.
 */
export class Shadow {
  readonly applier: BatchApplier;
  readonly #lease: Lease;
  readonly #renewing: NodeJS.Timeout;
  readonly #startedAt = performance.now();
  readonly #resumedFrom: number;

  private constructor(
    private readonly options: ShadowOptions,
    private readonly place: Exclude<Place, 'live'>,
    lease: Lease,
    public checkpoint: Checkpoint,
    private readonly total: number | undefined,
  ) {
    const { owner, projection } = options;
    this.#lease = lease;
    this.applier = new BatchApplier(owner, projection, lease, place);
    this.#resumedFrom = checkpoint.ordinal;
    // A renewal that fails is no loss: whoever took over has changed the owner, and the next batch is refused.
    this.#renewing = setInterval(() => void lease.renew(owner).catch(() => {}), lease.durationMs / 3);
    this.#renewing.unref();
  }

  /** @throws ShadowHeld */
  static async open(options: ShadowOptions, place: Exclude<Place, 'live'>): Promise<Shadow> {
    const { owner, projection, store, leaseMs = 10_000 } = options;
    const lease = new Lease(projection, `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`, leaseMs, place);
    const left = await acquired(owner, lease, projection, place);
    const goesOn = !options.fresh && (await canGoOn(options, place, left.position));
    if (!goesOn) await begin(owner, projection, place);
    const from = goesOn ? left : { position: 'start', ordinal: 0 };
    return new Shadow(options, place, lease, from, await countOf(store, owner, projection));
  }

  /**
   * Takes in the log: to its present end, or to a position and no further.
   * @throws Interrupted, LeaseLost
   */
  async fill(upTo?: Position): Promise<void> {
    const { store, batchSize = 10_000 } = this.options;
    const read = async (after: Position): Promise<EventBatch> => store.readAll({ after, limit: batchSize });
    let reading = read(this.checkpoint.position);
    for (;;) {
      const whole = await reading;
      const batch = upTo === undefined ? whole : cutAt(store, whole, upTo);
      if (batch.scannedTo === this.checkpoint.position) return;
      if (this.options.signal?.aborted) throw new Interrupted();
      // The log is read while the batch before is written.
      reading = read(batch.scannedTo);
      reading.catch(() => {});
      this.checkpoint = (await this.applier.apply(this.checkpoint, batch)).to;
      this.options.report?.(this.filled);
      // Who waits for the very end of a log that grows waits for ever.
      if (upTo === undefined && whole.events.length < batchSize) return void (await reading.catch(() => {}));
    }
  }

  get filled(): Filled {
    const { ordinal } = this.checkpoint;
    const seconds = (performance.now() - this.#startedAt) / 1_000;
    return {
      done: ordinal,
      total: this.total === undefined ? undefined : Math.max(this.total, ordinal),
      eventsPerSecond: Math.round((ordinal - this.#resumedFrom) / seconds),
      resumedFrom: this.#resumedFrom,
    };
  }

  /** Makes the indexes that are not there yet, and counts for the planner. */
  async index(): Promise<void> {
    for (const table of this.options.projection.tables) {
      const name = nameIn(table, this.place);
      await this.options.owner.transaction(async (connection) => {
        const { rows } = await connection.query<{ count: number }>(
          `select count(*) from pg_index where indrelid = to_regclass($1)`,
          [name],
        );
        if (rows[0]?.count === 1) await createIndexes(connection, table, this.place);
      });
      await this.options.owner.query(`analyze ${name}`);
    }
  }

  /** Locks the checkpoint and makes sure that it is still ours. @throws LeaseLost */
  async hold(connection: Queryable): Promise<void> {
    const { name, version } = this.options.projection;
    const { rowCount } = await connection.query(
      `select from read.checkpoint where projection = $1 and version = $2 and place = $3 and lease_owner = $4 for update`,
      [name, version, this.place, this.#lease.owner],
    );
    if (rowCount !== 1) throw new LeaseLost();
  }

  /** Lets the next process go on at once. */
  async close(): Promise<void> {
    clearInterval(this.#renewing);
    await this.#lease.release(this.options.owner).catch(() => {});
  }

  /** Removes the copy. */
  async drop(): Promise<void> {
    const { owner, projection } = this.options;
    await owner.transaction(async (connection) => {
      await this.hold(connection);
      await forget(connection, projection, this.place);
    });
  }
}

/** A process that died is waited for; one that lives is not. */
async function acquired(owner: Database, lease: Lease, projection: Projection, place: Place): Promise<Checkpoint> {
  const patience = performance.now() + 1.5 * lease.durationMs;
  for (;;) {
    const checkpoint = await lease.acquire(owner);
    if (checkpoint) return checkpoint;
    if (performance.now() > patience) break;
    await delay(Math.min(250, lease.durationMs / 4));
  }
  const { rows } = await owner.query<{ runner: string | null }>(
    `select lease_owner as runner from read.checkpoint where projection = $1 and version = $2 and place = $3`,
    [projection.name, projection.version, place],
  );
  throw new ShadowHeld(rows[0]?.runner ?? 'unknown');
}

async function canGoOn(
  { owner, projection, store }: ShadowOptions,
  place: Place,
  position: Position,
): Promise<boolean> {
  if (position === 'start' || store.comparePositions(position, await store.head()) > 0) return false;
  return verifyTables(owner, [projection], place).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ProjectionProblem) return false;
      throw error;
    },
  );
}

async function begin(owner: Database, projection: Projection, place: Place): Promise<void> {
  const { name, version, tables } = projection;
  await owner.transaction(async (connection) => {
    await connection.query(
      `update read.checkpoint set position = 'start', ordinal = 0 where projection = $1 and version = $2 and place = $3`,
      [name, version, place],
    );
    await connection.query(`delete from read.dead_letter where projection = $1 and version = $2 and place = $3`, [
      name,
      version,
      place,
    ]);
    for (const table of tables) {
      await connection.query(`drop table if exists ${nameIn(table, place)}`);
      await createTable(connection, table, place);
    }
  });
}

async function forget(connection: Queryable, { name, version, tables }: Projection, place: Place): Promise<void> {
  for (const table of tables) await connection.query(`drop table if exists ${nameIn(table, place)}`);
  for (const kept of ['dead_letter', 'checkpoint'])
    await connection.query(`delete from read.${kept} where projection = $1 and version = $2 and place = $3`, [
      name,
      version,
      place,
    ]);
}

/** How many events the log has, as far as that is known without counting them. */
async function countOf(store: EventStore, owner: Database, { name }: Projection): Promise<number | undefined> {
  if (store.capabilities.densePositions) {
    const head = await store.head();
    return head === 'start' ? 0 : Number(head);
  }
  const { rows } = await owner.query<{ most: number | null }>(
    `select max(ordinal) as most from read.checkpoint where place = 'live' or projection = $1`,
    [name],
  );
  return rows[0]?.most || undefined;
}

/** The part of a batch that lies up to a position. */
function cutAt(store: EventStore, batch: EventBatch, upTo: Position): EventBatch {
  if (store.comparePositions(batch.scannedTo, upTo) <= 0) return batch;
  return {
    events: batch.events.filter(({ position }) => store.comparePositions(position, upTo) <= 0),
    scannedTo: upTo,
  };
}
