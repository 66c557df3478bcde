import { execFile, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedFailure,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from '#libs/platform/embedded';
import { eventually } from '#libs/platform/testing';

const run = promisify(execFile);

/** The same program runs on Windows, but these suites speak of signals, accounts and modes. */
export const isRoot = process.getuid?.() === 0;

const folders: string[] = [];
const endings: (() => Promise<unknown>)[] = [];

/** A folder of this suite's own; removed by `cleanUp`, with any server that still works in it. */
export async function newFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'vinhdanh-embedded-')));
  folders.push(folder);
  return folder;
}

/** To be called in `afterEach` or `afterAll`: nothing this suite started stays. */
export async function cleanUp(): Promise<void> {
  for (const end of endings.splice(0)) await end();
  for (const folder of folders.splice(0)) {
    await killPostmaster(join(folder, 'postgres', 'data'));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Something else to be undone by `cleanUp`, before the folders go. */
export const undoLater = (undo: () => Promise<unknown>): void => void endings.unshift(undo);

/** Starts a server that must start. */
export async function start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres(options);
  if (!started.ok) throw new Error(JSON.stringify(started.error, undefined, 2));
  undoLater(() => started.value.stop());
  return started.value;
}

/** Starts a server that must not start; answers why not. */
export async function refusal(options: EmbeddedOptions): Promise<EmbeddedFailure> {
  const started = await startEmbeddedPostgres(options);
  if (started.ok) {
    await started.value.stop();
    throw new Error('The server started.');
  }
  return started.error;
}

/** Copies a stopped data folder: a start from it takes a twentieth of a first start. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await newFolder();
  await run('cp', ['-a', `${folder}/.`, copy]);
  return copy;
}

/** Runs one statement; the rows it answers. */
export async function sql<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed under us says so here as well as in the query.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** What another process says about its start. */
export interface Said {
  readonly ok: boolean;
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly adopted: boolean;
  readonly uid: number;
  readonly code: string;
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly detail?: string;
}

/** A process that starts a server and can be killed. */
export interface Program {
  readonly pid: number;
  /** Resolved when it has said how its start went. */
  readonly said: Promise<Said>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Ends the server and the process. */
  readonly stop: () => Promise<void>;
}

const programFile = fileURLToPath(new URL('embedded-program.js', import.meta.url));

type ProgramOptions = SpawnOptions & { readonly node?: string; readonly file?: string };

/** Runs `startEmbeddedPostgres` in a process of its own. */
export function launch(options: EmbeddedOptions, { node, file, ...rest }: ProgramOptions = {}): Program {
  const args = [file ?? programFile, JSON.stringify(options)];
  const child = spawn(node ?? process.execPath, args, { ...rest, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  undoLater(() => kill('SIGKILL'));
  const line = once(createInterface({ input: child.stdout }), 'line').then(
    ([text]) => JSON.parse(String(text)) as Said,
  );
  const nothing = exited.then(([code, signal]) => ({ ok: false, code: `exit ${code ?? signal}` }) as Said);
  return {
    pid: child.pid ?? 0,
    // The last words of a program that ends by itself may be read after its exit is known.
    said: Promise.race([line, nothing.then(async (end) => (child.exitCode === 0 ? await line : end))]),
    kill,
    stop: async () => {
      child.stdin.write('stop\n');
      await exited;
    },
  };
}

/** Kills the postmaster of a data folder, if one lives, and waits until it is gone. */
export async function killPostmaster(data: string): Promise<void> {
  const pid = Number((await readText(join(data, 'postmaster.pid'))).split('\n')[0]);
  if (!(pid > 1) || !(await worksIn(pid, data))) return;
  process.kill(pid, 'SIGKILL');
  await eventually(`the postmaster ${pid} is gone`, async () => !(await worksIn(pid, data)));
}

/** Whether the process is the postmaster of that very folder: these suites kill nothing else. */
export async function worksIn(pid: number, data: string): Promise<boolean> {
  const [cwd, folder] = await Promise.all([
    stat(`/proc/${pid}/cwd`).catch(() => undefined),
    stat(data).catch(() => undefined),
  ]);
  return cwd !== undefined && folder !== undefined && cwd.ino === folder.ino && cwd.dev === folder.dev;
}

/**
 * The same folder, where nothing can be written. Root is not held back by a mode, so root gets a read-only mount.
 * @param inner the folder below it whose mode is taken away from a plain user
 */
export async function readOnlyView(folder: string, inner: string): Promise<string> {
  if (!isRoot) {
    await chmod(join(folder, inner), 0o555);
    undoLater(() => chmod(join(folder, inner), 0o755));
    return folder;
  }
  const view = await newFolder();
  await run('mount', ['--bind', folder, view]);
  undoLater(() => run('umount', ['--lazy', view]));
  await run('mount', ['-o', 'remount,ro,bind', view]);
  return view;
}

const readText = async (file: string): Promise<string> => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
