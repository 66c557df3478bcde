import { type Actor, type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { type Page, type PageRequest, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';
import type { LogFilter, LogPage } from './log-reader.js';

/** That somebody read a piece of the log. */
export interface LogReading {
  readonly id: number;
  readonly account: string;
  readonly positionId: string;
  readonly at: Instant;
  readonly filter: LogFilter;
  readonly from: string;
  readonly to: string;
  /** How many events he was given. */
  readonly events: number;
}

const lastId = z.tuple([z.int().nonnegative()]);

/** Who read which piece of the log, kept in the table `ops.log_reading`: whoever audits is audited too. */
export class LogReadings {
  constructor(private readonly database: Queryable) {}

  /** Written before the answer goes out: nobody reads unseen. */
  async record(
    { id, positionId }: Actor,
    reading: { readonly at: Instant; readonly filter: LogFilter; readonly after: string; readonly page: LogPage },
  ): Promise<void> {
    const { at, filter, after, page } = reading;
    await this.database.query(
      `insert into ops.log_reading (account_id, position_id, at, filter, from_position, to_position, events)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, positionId, at, JSON.stringify(filter), after, page.position, page.items.length],
    );
  }

  /** Newest first. */
  async page(asked: PageRequest): Promise<Decision<Page<LogReading>>> {
    const start = readPageRequest(asked, lastId);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const { rows } = await this.database.query<LogReading>(
      `select id, account_id as account, position_id as "positionId", at, filter, from_position as "from",
              to_position as "to", events
       from ops.log_reading where $1::bigint is null or id < $1 order by id desc limit $2`,
      [after?.[0] ?? null, limit + 1],
    );
    return ok(toPage(rows, limit, ({ id }) => [id]));
  }
}
