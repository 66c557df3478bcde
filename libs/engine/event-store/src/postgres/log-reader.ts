import type { Instant } from '#libs/domain/kernel';
import { errorCodeOf, explainConnectionError, isUnreachable, messageOf, type Database } from '#libs/platform/postgres';
import { ordinalOf, positionOf } from '../dense-position.js';
import type { EventCodec } from '../event-codec.js';
import {
  EventStoreUnavailable,
  type Appended,
  type EventBatch,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamRevision,
} from '../event-store.port.js';

const STREAM_PAGE = 500;
/** A filtered read looks at so many events at once, so that a rare event is no long statement. */
const SCAN_AT_ONCE = 20_000;
const LAST_REVISION = 2_147_483_647;

interface EventRow {
  readonly position: number;
  readonly recorded_at: Instant;
  readonly effective_at: Instant;
  readonly id: string;
  readonly revision: number;
  readonly schema_version: number;
  readonly stream: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

interface CommandRow {
  readonly fingerprint: string;
  readonly first_revision: number;
  readonly last_revision: number;
  readonly last_position: number;
  readonly recorded_at: Instant;
}

const COLUMNS = `e.position, e.recorded_at, e.effective_at, e.id, e.revision, e.schema_version, e.stream, e.type, e.data, e.metadata`;

const FORWARDS = `select ${COLUMNS} from es.events e where e.stream = $1 and e.revision >= $2 order by e.revision limit $3`;
const BACKWARDS = `select ${COLUMNS} from es.events e where e.stream = $1 and e.revision <= $2 order by e.revision desc limit $3`;

/** The head comes with the events, out of the same snapshot: what it counts and they lack did not match. */
const READ_ALL = `select h.position as head, ${COLUMNS} from es.head h left join lateral (
    select * from es.events e
    where e.position > $1 and e.position <= $2
      and ($3::text[] is null or e.type = any ($3))
      and ($4::text[] is null or e.stream ^@ any ($4))
    order by e.position limit $5
  ) e on true`;

/** Everything that asks the log and changes nothing. */
export class LogReader {
  constructor(
    private readonly database: Database,
    private readonly url: string,
    private readonly codec: EventCodec,
  ) {}

  async *readStream(stream: string, options: ReadStreamOptions): AsyncIterable<RecordedEvent> {
    const forwards = (options.direction ?? 'forwards') === 'forwards';
    let next = options.from ?? (forwards ? 0 : LAST_REVISION);
    let wanted = options.limit ?? Infinity;
    while (wanted > 0) {
      const page = Math.min(STREAM_PAGE, wanted);
      const rows = await this.#ask<EventRow>(
        forwards ? 'es.forwards' : 'es.backwards',
        forwards ? FORWARDS : BACKWARDS,
        [stream, next, page],
      );
      for (const row of rows) {
        next = row.revision + (forwards ? 1 : -1);
        yield this.#eventOf(row);
      }
      if (rows.length < page) return;
      wanted -= rows.length;
    }
  }

  async streamRevision(stream: string): Promise<StreamRevision> {
    const rows = await this.#ask<{ revision: number }>(
      'es.revision',
      `select revision from es.events where stream = $1 order by revision desc limit 1`,
      [stream],
    );
    return rows[0]?.revision ?? 'noStream';
  }

  async readAll({ after, filter, limit }: ReadAllOptions): Promise<EventBatch> {
    const from = ordinalOf(after);
    const upTo = from + Math.max(limit, SCAN_AT_ONCE);
    const rows = await this.#ask<EventRow & { head: number }>('es.read-all', READ_ALL, [
      from,
      upTo,
      filter?.types ?? null,
      filter?.streamPrefixes ?? null,
      limit,
    ]);
    // Without a match the join still gives one row, with the head alone.
    const events = rows.filter((row) => row.position !== null).map((row) => this.#eventOf(row));
    const head = rows[0]?.head ?? 0;
    const last = events.at(-1);
    const scannedTo =
      last && events.length === limit ? last.position : positionOf(Math.max(from, Math.min(head, upTo)));
    return { events, scannedTo };
  }

  async head(): Promise<Position> {
    const rows = await this.#ask<{ position: number }>('es.head', `select position from es.head`, []);
    return positionOf(rows[0]?.position ?? 0);
  }

  async findCommand(
    stream: string,
    account: string,
    commandId: string,
  ): Promise<{ readonly appended: Appended; readonly fingerprint: string } | undefined> {
    const [row] = await this.#ask<CommandRow>(
      'es.find-command',
      `select fingerprint, first_revision, last_revision, last_position, recorded_at from es.commands
       where account = $1 and command_id = $2 and stream = $3`,
      [account, commandId, stream],
    );
    return (
      row && {
        fingerprint: row.fingerprint,
        appended: {
          stream,
          firstRevision: row.first_revision,
          lastRevision: row.last_revision,
          position: positionOf(row.last_position),
          recordedAt: row.recorded_at,
          repeated: true,
        },
      }
    );
  }

  #eventOf(row: EventRow): RecordedEvent {
    return this.codec.decode({
      id: row.id,
      type: row.type,
      schemaVersion: row.schema_version,
      effectiveAt: row.effective_at,
      stream: row.stream,
      revision: row.revision,
      position: positionOf(row.position),
      recordedAt: row.recorded_at,
      dataText: row.data,
      metadataText: row.metadata,
    });
  }

  async #ask<Row extends object>(name: string, text: string, values: unknown[]): Promise<readonly Row[]> {
    try {
      return (await this.database.query<Row>({ name, text, values })).rows;
    } catch (error) {
      if (!isUnreachable(error) && !/^(53|58|57014|55P03)/.test(errorCodeOf(error) ?? '')) throw error;
      const explained = explainConnectionError(error, this.url);
      throw new EventStoreUnavailable(`The event store cannot be read: ${messageOf(explained)}`, { cause: error });
    }
  }
}
