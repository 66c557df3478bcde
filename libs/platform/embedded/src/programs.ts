import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { Account } from './account.js';
import { type Binaries, programOf } from './binaries.js';

/** Everything needed to run one of PostgreSQL's programs. */
export interface Programs {
  readonly binaries: Binaries;
  readonly account: Account;
  /** Where to look for shared libraries, when the package's own links could not be made. */
  readonly libraryPath: string | undefined;
}

/** initdb takes half a second; on a very slow disk it may take many. */
const PATIENCE_MS = 120_000;

/** The sentence in which one of PostgreSQL's programs says what it died of. */
export const reasonIn = (output: string): string | undefined => /(?:error|ERROR|FATAL|PANIC): +(.*)/.exec(output)?.[1];

/** Runs initdb, pg_ctl or a single-user postgres to its end; answers what it printed. */
export async function runProgram(
  programs: Programs,
  name: 'initdb' | 'pg_ctl' | 'postgres',
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; output: string }> {
  const [file, all] = programs.account.command(programOf(programs.binaries, name), args);
  const options = { ...programs.account.spawn, env: environment(programs), cwd: '/', timeout: PATIENCE_MS };
  const child = spawn(file, all, { ...options, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  // A program that ends without reading must not end us with EPIPE.
  child.stdin.on('error', () => undefined).end(input);
  return await new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** A postmaster that was begun, and how it ended, once it has. */
interface Spawned {
  readonly pid: number | undefined;
  readonly end: { readonly reason: string | undefined };
}

/** Starts the postmaster, writing to a log file that outlives us, as the server does. */
export async function spawnPostmaster(programs: Programs, args: readonly string[], log: string): Promise<Spawned> {
  const [file, all] = programs.account.command(programOf(programs.binaries, 'postgres'), args);
  const sink = await open(log, 'a', 0o600);
  try {
    const { uid, gid } = programs.account.spawn;
    if (uid !== undefined && gid !== undefined) await sink.chown(uid, gid);
    // A session of its own: Ctrl-C in the terminal reaches every process of a session, and the server must outlive our last append.
    const stdio = ['ignore', sink.fd, sink.fd] as const;
    const options = {
      ...programs.account.spawn,
      env: environment(programs),
      stdio: [...stdio],
      cwd: '/',
      detached: true,
    };
    const child = spawn(file, all, options);
    child.unref();
    // At once: one that cannot start is over before the file is closed.
    return { pid: child.pid, end: observe(child) };
  } finally {
    await sink.close();
  }
}

function observe(child: ChildProcess): Spawned['end'] {
  const end: { reason: string | undefined } = { reason: undefined };
  child.once('error', (error) => (end.reason = error.message));
  child.once('exit', (code, signal) => (end.reason = `exit ${code ?? signal}`));
  return end;
}

/** Ours, but English, in UTC and without PG* settings of somebody's shell, which would point the server elsewhere. */
function environment({ libraryPath }: Programs): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(libraryPath ? { [variable]: libraryPath } : {}),
  };
}
