import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readPidFile } from './postmaster.js';
import { readPassword, roomIn } from './room.js';
import { type Login, ask } from './wire.js';

/** The database that everything of Vinh Danh lives in. */
export const DATABASE = 'vinhdanh';
export const DEFAULT_ROLE = 'postgres';

/** What a data folder holds, seen from a process that does not own it. */
export type EmbeddedStanding =
  /** A server runs there, of this account or of one whose files this account may read. `url` holds its password: never print it. */
  | { readonly state: 'running'; readonly url: string; readonly pid: number }
  /** There is a cluster, and nobody serves it. */
  | { readonly state: 'stopped' }
  | { readonly state: 'absent' };

/**
 * Looks at the embedded server of a data folder without starting, stopping, adopting or changing anything: for programs that
 * read beside the one that runs. A server that does not prove that it knows our password counts as none.
 */
export async function visitEmbeddedPostgres(dataFolder: string): Promise<EmbeddedStanding> {
  const room = roomIn(dataFolder);
  const cluster = await stat(join(room.data, 'PG_VERSION')).catch(() => undefined);
  if (!cluster) return { state: 'absent' };
  const [found, password] = await Promise.all([readPidFile(room.data), readPassword(room)]);
  if (!found || password === undefined) return { state: 'stopped' };
  const login = { port: found.port, role: DEFAULT_ROLE, password, database: DATABASE };
  const answer = await ask(login);
  return answer.ok ? { state: 'running', url: addressOf(login), pid: found.pid } : { state: 'stopped' };
}

/** The address of a database on loopback, password included. */
export const addressOf = ({ role, password, port, database }: Login): string =>
  `postgres://${encodeURIComponent(role)}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
