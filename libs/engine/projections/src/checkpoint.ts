import type { Position } from '#libs/engine/event-store';
import type { Queryable } from '#libs/platform/postgres';
import type { Place } from './place.js';
import type { Projection } from './projection.js';

/** How far a projection has come: the last event whose effect is in its tables. */
export interface Checkpoint {
  readonly position: Position;
  /** How many events of the log that is; 0 at the start. */
  readonly ordinal: number;
}

/** The lease is held by somebody else, or the checkpoint moved without us: what we were about to write must not be. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor() {
    super('Another runner has taken the projection over.');
  }
}

/** The right to run one projection, for a time. Times are by the database's clock, the only one that all runners share. */
export class Lease {
  constructor(
    private readonly projection: Projection,
    readonly owner: string,
    readonly durationMs: number,
    private readonly place: Place = 'live',
  ) {}

  /** The checkpoint to go on from; `undefined` while another runner holds the lease. */
  async acquire(database: Queryable): Promise<Checkpoint | undefined> {
    // "on conflict" alone would wait for a batch that has the row locked.
    await database.query(
      `insert into read.checkpoint (projection, version, place, position, ordinal)
       select $1, $2, $3, 'start', 0
       where not exists (select from read.checkpoint where projection = $1 and version = $2 and place = $3)
       on conflict do nothing`,
      this.#whose,
    );
    // A row that is locked is being worked on, lease or no lease: skip it rather than wait for it.
    const { rows } = await database.query<Checkpoint & { readonly position: string }>(
      `with free as (
         select projection, version, place from read.checkpoint
         where projection = $1 and version = $2 and place = $3
           and (lease_owner is null or lease_owner = $4 or lease_until < clock_timestamp())
         for update skip locked
       )
       update read.checkpoint c set lease_owner = $4, lease_until = clock_timestamp() + $5 * interval '1 ms'
       from free where c.projection = free.projection and c.version = free.version and c.place = free.place
       returning c.position, c.ordinal`,
      [...this.#whose, this.owner, this.durationMs],
    );
    return rows[0];
  }

  /** @returns false when the lease is no longer ours. */
  async renew(database: Queryable): Promise<boolean> {
    const { rowCount } = await database.query(
      `update read.checkpoint set lease_until = clock_timestamp() + $5 * interval '1 ms'
       where projection = $1 and version = $2 and place = $3 and lease_owner = $4`,
      [...this.#whose, this.owner, this.durationMs],
    );
    return rowCount === 1;
  }

  /** Lets the next runner begin at once instead of waiting for the lease to run out. */
  async release(database: Queryable): Promise<void> {
    await database.query(
      `update read.checkpoint set lease_owner = null, lease_until = null
       where projection = $1 and version = $2 and place = $3 and lease_owner = $4`,
      [...this.#whose, this.owner],
    );
  }

  /**
   * Moves the checkpoint, as the first statement of a batch's transaction: from here to the commit its row is locked, so
   * that nobody else can write the projection's tables, however long the batch takes.
   * @throws LeaseLost
   */
  async advance(connection: Queryable, from: Checkpoint, to: Checkpoint): Promise<void> {
    const { rowCount } = await connection.query(
      `update read.checkpoint set position = $6, ordinal = $7, updated_at = clock_timestamp(),
         lease_until = clock_timestamp() + $8 * interval '1 ms'
       where projection = $1 and version = $2 and place = $3 and lease_owner = $4 and position = $5`,
      [...this.#whose, this.owner, from.position, to.position, to.ordinal, this.durationMs],
    );
    if (rowCount !== 1) throw new LeaseLost();
  }

  get #whose(): readonly [string, number, Place] {
    return [this.projection.name, this.projection.version, this.place];
  }
}
