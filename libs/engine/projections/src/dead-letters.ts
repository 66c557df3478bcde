import type { Queryable } from '#libs/platform/postgres';
import type { Place } from './place.js';
import type { Symptom } from './poison.js';
import type { ProjectedEvent, Projection } from './projection.js';

/** An event that waits because an earlier one of its stream does. */
const BEHIND: Symptom = { code: 'BEHIND_DEAD_LETTER', origin: 'stream' };

export interface DeadLetter {
  readonly stream: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly eventId: string;
}

/** The events that a projection could not take in, and those of the same streams behind them. */
export class DeadLetters {
  constructor(
    private readonly projection: Projection,
    private readonly place: Place = 'live',
  ) {}

  /**
   * Which of these streams are parked. Asked in each batch, after its checkpoint is locked: somebody may have let a stream
   * go meanwhile, and an event parked behind nothing would wait for ever.
   */
  async parkedAmong(connection: Queryable, streams: ReadonlySet<string>): Promise<Set<string>> {
    const { rows } = await connection.query<{ stream: string }>(
      `select distinct stream from read.dead_letter where projection = $1 and version = $2 and place = $3 and stream = any($4)`,
      [...this.#whose, [...streams]],
    );
    return new Set(rows.map(({ stream }) => stream));
  }

  async park(connection: Queryable, event: ProjectedEvent, symptom: Symptom = BEHIND): Promise<void> {
    await connection.query(
      `insert into read.dead_letter
         (projection, version, place, stream, revision, position, ordinal, event_id, type, error_code, origin)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...this.#whose,
        event.stream,
        event.revision,
        event.position,
        event.ordinal,
        event.id,
        event.type,
        symptom.code,
        symptom.origin,
      ],
    );
  }

  /** Every stream that is parked, the longest waiting first. */
  async streams(connection: Queryable): Promise<readonly string[]> {
    const { rows } = await connection.query<{ stream: string }>(
      `select stream from read.dead_letter where projection = $1 and version = $2 and place = $3
       group by stream order by min(ordinal)`,
      this.#whose,
    );
    return rows.map(({ stream }) => stream);
  }

  /** The first letters of a stream, in its order. */
  async ofStream(connection: Queryable, stream: string, limit: number): Promise<readonly DeadLetter[]> {
    const { rows } = await connection.query<{ stream: string } & DeadLetter>(
      `select stream, revision, ordinal, event_id as "eventId" from read.dead_letter
       where projection = $1 and version = $2 and place = $3 and stream = $4 order by revision limit $5`,
      [...this.#whose, stream, limit],
    );
    return rows;
  }

  async remove(connection: Queryable, letter: DeadLetter): Promise<void> {
    await connection.query(
      `delete from read.dead_letter where projection = $1 and version = $2 and place = $3 and stream = $4 and revision = $5`,
      [...this.#whose, letter.stream, letter.revision],
    );
  }

  async failedAgain(connection: Queryable, letter: DeadLetter, symptom: Symptom): Promise<void> {
    await connection.query(
      `update read.dead_letter set error_code = $6, origin = $7, attempts = attempts + 1, tried_at = clock_timestamp()
       where projection = $1 and version = $2 and place = $3 and stream = $4 and revision = $5`,
      [...this.#whose, letter.stream, letter.revision, symptom.code, symptom.origin],
    );
  }

  get #whose(): readonly [string, number, Place] {
    return [this.projection.name, this.projection.version, this.place];
  }
}
