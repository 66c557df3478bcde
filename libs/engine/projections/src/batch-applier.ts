import type { EventBatch } from '#libs/engine/event-store';
import type { Database, Queryable } from '#libs/platform/postgres';
import { applyAlone, applyTogether } from './apply-events.js';
import type { Checkpoint, Lease } from './checkpoint.js';
import { DeadLetters } from './dead-letters.js';
import type { Place } from './place.js';
import { symptomOf, type Symptom } from './poison.js';
import type { ProjectedEvent, Projection } from './projection.js';

/** An event that was parked in this batch because it could not be applied. */
export interface Parked {
  /** Without its data, which may be personal: reports end up in logs. */
  readonly event: Pick<ProjectedEvent, 'id' | 'type' | 'stream' | 'revision' | 'position'>;
  readonly symptom: Symptom;
}

/** Writes what a batch of events does to a projection's tables, together with the checkpoint, in one transaction. */
export class BatchApplier {
  readonly #deadLetters: DeadLetters;

  constructor(
    private readonly database: Database,
    private readonly projection: Projection,
    private readonly lease: Lease,
    private readonly place: Place = 'live',
  ) {
    this.#deadLetters = new DeadLetters(projection, place);
  }

  /**
   * Applies a batch that begins after `from`. Events that cannot be applied are parked, with those behind them.
   * @throws LeaseLost when another runner has taken over; or what the database said, and then nothing was written.
   */
  async apply(
    from: Checkpoint,
    batch: EventBatch,
  ): Promise<{ readonly to: Checkpoint; readonly parked: readonly Parked[] }> {
    const { to, events } = this.#read(from, batch);
    try {
      await this.#transaction(from, to, async (connection) => this.#together(connection, events));
      return { to, parked: [] };
    } catch (error) {
      if (!symptomOf(error)) throw error;
    }
    const parked: Parked[] = [];
    await this.#transaction(from, to, async (connection) => {
      parked.push(...(await this.#oneByOne(connection, events)));
    });
    return { to, parked };
  }

  /**
   * The same inside a transaction of the caller, event by event: for few events.
   * @throws LeaseLost
   */
  async applyWithin(connection: Queryable, from: Checkpoint, batch: EventBatch): Promise<Checkpoint> {
    const { to, events } = this.#read(from, batch);
    await this.lease.advance(connection, from, to);
    await this.#oneByOne(connection, events);
    return to;
  }

  #read(from: Checkpoint, batch: EventBatch): { readonly to: Checkpoint; readonly events: readonly ProjectedEvent[] } {
    const to = { position: batch.scannedTo, ordinal: from.ordinal + batch.events.length };
    const events = batch.events
      .map((event, index): ProjectedEvent => ({ ...event, ordinal: from.ordinal + index + 1 }))
      // What is not ignored is handled; a type from a newer program is neither and must be parked, not passed over.
      .filter(({ type }) => !this.projection.ignores.has(type));
    return { to, events };
  }

  async #transaction(from: Checkpoint, to: Checkpoint, work: (connection: Queryable) => Promise<void>): Promise<void> {
    await this.database.transaction(async (connection) => {
      await this.lease.advance(connection, from, to);
      await work(connection);
    });
  }

  async #together(connection: Queryable, events: readonly ProjectedEvent[]): Promise<void> {
    const parked = await this.#parkedStreams(connection, events);
    await applyTogether(
      connection,
      this.projection,
      events.filter(({ stream }) => !parked.has(stream)),
      this.place,
    );
    for (const event of events) if (parked.has(event.stream)) await this.#deadLetters.park(connection, event);
  }

  async #oneByOne(connection: Queryable, events: readonly ProjectedEvent[]): Promise<readonly Parked[]> {
    const parked = await this.#parkedStreams(connection, events);
    const failures: Parked[] = [];
    for (const event of events) {
      if (parked.has(event.stream)) {
        await this.#deadLetters.park(connection, event);
        continue;
      }
      const symptom = await applyAlone(connection, this.projection, event, this.place);
      if (!symptom) continue;
      await this.#deadLetters.park(connection, event, symptom);
      parked.add(event.stream);
      const { id, type, stream, revision, position } = event;
      failures.push({ event: { id, type, stream, revision, position }, symptom });
    }
    return failures;
  }

  async #parkedStreams(connection: Queryable, events: readonly ProjectedEvent[]): Promise<Set<string>> {
    if (events.length === 0) return new Set();
    return this.#deadLetters.parkedAmong(connection, new Set(events.map(({ stream }) => stream)));
  }
}
