import { ok } from '#libs/domain/kernel';
import { chooseAccount } from './account.js';
import { findBinaries, linkLibraries } from './binaries.js';
import { type Attempt, failure, failureOfFileSystem, type Sentence } from './failure.js';
import { initialise } from './initialise.js';
import { takeLock } from './instance-lock.js';
import { stopPostmaster } from './postmaster.js';
import type { Programs } from './programs.js';
import { clusterState, keepPassword, newPassword, openRoom, readPassword, type Room } from './room.js';
import { boundLog, keepLogBounded } from './server-log.js';
import { effectiveSettings } from './settings.js';
import { adoptOrStart, type Running } from './start-server.js';
import { forgottenPassword } from './forgotten-password.js';
import { DATABASE, DEFAULT_ROLE, addressOf } from './visit.js';
import { ask } from './wire.js';

const DEFAULT_PATIENCE_MS = 30_000;

export interface EmbeddedOptions {
  /** For example `.vinhdanh`; the server has the folder `postgres` in it. Made when absent, for this account only. */
  readonly dataFolder: string;
  /** The superuser's name; fixed by the first start. Default `postgres`. */
  readonly role?: string;
  /** Settings of the server by name. Default: durable (fsync and synchronous_commit on). */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long a start may take, in milliseconds. Default 30,000. */
  readonly patienceMs?: number;
  /** The folder with PostgreSQL's `bin`, `lib` and `share`. Default: the npm package for this platform. */
  readonly native?: string;
}

export interface EmbeddedPostgres {
  /** The superuser's address of the database `vinhdanh`, password included: never print it. */
  readonly url: string;
  readonly port: number;
  /** The postmaster. */
  readonly pid: number;
  /** Whether the server was already running, left by a process of ours that was killed. */
  readonly adopted: boolean;
  /** What the operator should be told: a port that moved, a password that was renewed. */
  readonly notices: readonly Sentence[];
  /** The superuser's address of another database on this server. */
  urlFor(database: string): string;
  /** Cuts all sessions, writes everything, ends the server and gives the folder free. Doing it twice is doing it once. */
  stop(): Promise<void>;
}

/**
 * Starts (or adopts) the embedded server of a data folder. One process has a folder at a time; a second one is told who holds it.
 *
 * The server outlives a crash of this process, and the next start adopts it. Whoever ends in an orderly way calls `stop()`; signals are
 * the app's business. Nothing is left running by a start that fails, but a server that is still replaying its log.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<Attempt<EmbeddedPostgres>> {
  const binaries = findBinaries(options.native);
  if (!binaries.ok) return binaries;
  try {
    const room = await openRoom(options.dataFolder);
    const lock = await takeLock(room.folder);
    if (!lock.ok) return lock;
    let keep = false;
    try {
      const account = await chooseAccount(room, binaries.value);
      if (!account.ok) return account;
      const libraryPath = await linkLibraries(binaries.value, room.lib);
      const programs = { binaries: binaries.value, account: account.value, libraryPath };
      const server = await startHeld(options, room, programs, () => lock.value.release());
      keep = server.ok;
      return server;
    } finally {
      if (!keep) await lock.value.release();
    }
  } catch (error) {
    return failureOfFileSystem(error, options.dataFolder);
  }
}

/** The start of who holds the folder. */
async function startHeld(
  options: EmbeddedOptions,
  room: Room,
  programs: Programs,
  release: () => Promise<void>,
): Promise<Attempt<EmbeddedPostgres>> {
  const { role = DEFAULT_ROLE, patienceMs = DEFAULT_PATIENCE_MS } = options;
  const settings = effectiveSettings(options.settings ?? {});
  await boundLog(room.log);

  const state = await clusterState(room, programs.binaries.major);
  if (!state.ok) return state;
  const notices: Sentence[] = [];
  let password = await readPassword(room);
  if (state.value === 'absent') {
    if (!password) await keepPassword(room, (password = newPassword()));
    const made = await initialise(programs, room, role, password, settings['fsync'] === 'off');
    if (!made.ok) return made;
  } else if (password === undefined) {
    const renewed = await forgottenPassword(programs, room, role);
    if (!renewed.ok) return renewed;
    password = renewed.value.password;
    notices.push(renewed.value.notice);
  }

  const running = await adoptOrStart({ room, programs, settings, role, password, patienceMs });
  if (!running.ok) return running;
  const login = { role, password, port: running.value.port };
  const created = await createDatabase(login, room);
  if (!created.ok) {
    await stopPostmaster(running.value.pid, room.data, programs);
    return created;
  }
  notices.push(...running.value.notices);
  return ok(serverOf(running.value, login, notices, room, programs, release));
}

/** Asked at every start: the first one may have been killed between making the cluster and making the database. */
async function createDatabase(
  login: { role: string; password: string; port: number },
  room: Room,
): Promise<Attempt<void>> {
  const maintenance = { ...login, database: 'postgres' };
  const there = await ask(maintenance, `select 1 from pg_database where datname = '${DATABASE}'`);
  if (there.ok && there.value.length > 0) return ok(undefined);
  const made = await ask(maintenance, `create database ${DATABASE}`, DEFAULT_PATIENCE_MS);
  if (made.ok) return ok(undefined);
  // 53100: disk_full
  if (made.error.code === '53100') return failure('EMBEDDED_DISK_FULL', { folder: room.folder }, made.error.message);
  return failure('EMBEDDED_START_FAILED', { log: room.log, reason: made.error.message });
}

function serverOf(
  { pid, port, adopted }: Running,
  { role, password }: { role: string; password: string },
  notices: readonly Sentence[],
  room: Room,
  programs: Programs,
  release: () => Promise<void>,
): EmbeddedPostgres {
  const unwatch = keepLogBounded(room.log);
  const urlFor = (database: string): string => addressOf({ role, password, port, database });
  const end = async (): Promise<void> => {
    unwatch();
    await stopPostmaster(pid, room.data, programs);
    await release();
  };
  let ending: Promise<void> | undefined;
  return { url: urlFor(DATABASE), port, pid, adopted, notices, urlFor, stop: () => (ending ??= end()) };
}
