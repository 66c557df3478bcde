import { Pool, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import { connectionConfig, type DatabaseOptions } from './connection-config.js';
import { DatabaseProblem, explainConnectionError } from './database-problem.js';
import { valueParsers } from './value-parsers.js';

/** One session with the server. Checked out of a pool: hand it back with `release()`, broken ones with `release(true)`. */
export type Connection = PoolClient;
export type { QueryConfig, QueryResult, QueryResultRow };

/** What both a database and a connection can do; pass it where the caller decides about the transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
}

/** A pool of equal connections to one database, under one role. */
export interface Database extends Queryable {
  query<Row extends QueryResultRow>(text: string | QueryConfig, values?: readonly unknown[]): Promise<QueryResult<Row>>;
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** A connection of one's own, until released. */
  connect(): Promise<Connection>;
  /** Connects once and checks the server. Throws a `DatabaseProblem` with a sentence for the operator. */
  ready(): Promise<void>;
  /** Waits for connections in use, then ends all. Idempotent. */
  close(): Promise<void>;
}

/** The oldest server on which everything here has been run. */
export const OLDEST_SERVER = 15;

/** A database by its URL. Connects at first use; throws a `DatabaseProblem` only when the URL is none. */
export function openDatabase(options: DatabaseOptions): Database {
  return new PooledDatabase(options);
}

/** A bare pool with `pg`'s own value parsers, for libraries that bring their own SQL (BullMQ); they own its lifetime. */
export function openForeignPool(options: DatabaseOptions): Pool {
  const pool = new Pool(connectionConfig(options));
  listenForErrors(pool, options);
  return pool;
}

class PooledDatabase implements Database {
  readonly #pool: Pool;
  readonly #url: string;
  #closed: Promise<void> | undefined;

  constructor(options: DatabaseOptions) {
    this.#url = options.url;
    this.#pool = new Pool({ ...connectionConfig(options), types: valueParsers });
    listenForErrors(this.#pool, options);
  }

  async query<Row extends QueryResultRow>(
    text: string | QueryConfig,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    return typeof text === 'string' ? this.#pool.query<Row>(text, values as unknown[]) : this.#pool.query<Row>(text);
  }

  async transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.#pool.connect();
    let broken = false;
    try {
      await connection.query('begin');
      const result = await work(connection);
      await connection.query('commit');
      return result;
    } catch (error) {
      // A session whose rollback fails is in an unknown state: never back into the pool.
      await connection.query('rollback').catch(() => (broken = true));
      throw error;
    } finally {
      connection.release(broken);
    }
  }

  async connect(): Promise<Connection> {
    return this.#pool.connect();
  }

  async ready(): Promise<void> {
    try {
      const { rows } = await this.query<{ version: string }>(`select current_setting('server_version_num') as version`);
      refuseOldServer(Number(rows[0]?.version), this.#url);
    } catch (error) {
      throw explainConnectionError(error, this.#url);
    }
  }

  async close(): Promise<void> {
    this.#closed ??= this.#pool.end();
    await this.#closed;
  }
}

/** @param version as in `server_version_num`: 150018 is 15.18. */
export function refuseOldServer(version: number, url: string): void {
  if (version >= OLDEST_SERVER * 10_000) return;
  throw new DatabaseProblem(
    'DATABASE_SERVER_TOO_OLD',
    `The database server at ${new URL(url).host} is PostgreSQL ${Math.floor(version / 10_000)}; version ${OLDEST_SERVER} or newer is needed.`,
  );
}

function listenForErrors(pool: Pool, options: DatabaseOptions): void {
  const tell = options.onIdleError ?? (() => {});
  // Without a listener a server restart ends the process: 'error' events nobody hears are thrown.
  pool.on('error', tell);
  // A connection that is checked out but idle is watched by nobody else; whoever uses it next is told by the failing query.
  pool.on('connect', (client) => client.on('error', () => {}));
}
