import type { PoolConfig } from 'pg';
import { DatabaseProblem } from './database-problem.js';

/** The group roles of the database, from most to least: see the migrations of the event store for their rights. */
export type DatabaseRole = 'vinhdanh_owner' | 'vinhdanh_app' | 'vinhdanh_reader';

export interface DatabaseOptions {
  /** `postgres://login:password@host:port/database`; its own `?options=` are kept. */
  readonly url: string;
  /** Shown in `pg_stat_activity`: which of our processes holds this connection. */
  readonly applicationName: string;
  /** The role the session takes at once; the login must be a member. Without it, the login's own rights. */
  readonly role?: DatabaseRole;
  /** Connections at most. Default 10. */
  readonly max?: number;
  /** The server ends a statement after so many milliseconds. Default 30,000; 0 = never. */
  readonly statementTimeoutMs?: number;
  /** The server gives up waiting for a lock after so many milliseconds. Default 10,000; 0 = never. */
  readonly lockTimeoutMs?: number;
  /** The server ends a session that holds a transaction open and does nothing. Default 60,000; 0 = never. */
  readonly idleInTransactionTimeoutMs?: number;
  /** How long to wait for a connection, new or from the pool. Default 10,000. */
  readonly connectTimeoutMs?: number;
  readonly searchPath?: string;
  /** Told when a connection that nobody is using breaks. It is replaced at the next use; for logs. */
  readonly onIdleError?: (error: Error) => void;
}

/** How much longer than the server's own patience we wait for its word. */
const SILENCE_MS = 5_000;

/** Everything a connection needs to know at birth, so that no session ever runs a moment with other settings. */
export function connectionConfig(options: DatabaseOptions): PoolConfig {
  const url = parseUrl(options.url);
  const given = url.searchParams.get('options');
  // pg lets the URL's options replace ours; both must hold.
  url.searchParams.delete('options');
  const settings = {
    role: options.role,
    search_path: options.searchPath,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    lock_timeout: options.lockTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 60_000,
    timezone: 'UTC',
    datestyle: 'ISO',
    // The event store's append relies on it: each statement of its function must see what was committed before.
    default_transaction_isolation: 'read committed',
  };
  const own = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [`-c ${name}=${escapeOption(String(value))}`],
  );
  const serverPatience = options.statementTimeoutMs ?? 30_000;
  return {
    connectionString: url.href,
    // The server ends a statement that takes too long; this is for a server that says nothing at all any more.
    ...(serverPatience > 0 ? { query_timeout: serverPatience + SILENCE_MS } : {}),
    options: [...(given ? [given] : []), ...own].join(' '),
    application_name: options.applicationName,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

const escapeOption = (value: string): string => value.replace(/[\\ ]/g, (character) => `\\${character}`);

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.host !== '') return url;
  throw new DatabaseProblem(
    'DATABASE_URL_INVALID',
    'The database address is no URL of the form postgres://login:password@host:port/database.',
  );
}
