import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isPostmasterOf } from './process-identity.js';
import { type Programs, runProgram } from './programs.js';

const LOOK_EVERY_MS = 10;
/** A fast shutdown writes a checkpoint; beyond this it is cut short and the next start replays the log instead. */
const FAST_SHUTDOWN_MS = 20_000;
/** Nothing is written in an immediate one. */
const IMMEDIATE_SHUTDOWN_MS = 2_000;

/** What `postmaster.pid` says (src/include/utils/pidfile.h): 1 pid, 4 port, 8 status. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const pidFile = (data: string): string => join(data, 'postmaster.pid');

export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(pidFile(data), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 2) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' };
}

/** No system gives this number to a process. */
const NOBODYS_PID = 2_147_483_646;

/**
 * The living postmaster of this data folder, if there is one.
 *
 * A `postmaster.pid` that names another living program (the number was given away after a crash or a reboot, or the folder is a copy of
 * a running one) would keep the server from starting for ever: the number in it is made harmless. The rest of the file stays,
 * because by its shared memory key a new server finds out whether a session of the dead one is still writing.
 */
export async function findPostmaster(data: string): Promise<PidFile | undefined> {
  const found = await readPidFile(data);
  if (!found || found.pid === NOBODYS_PID) return undefined;
  if (await isPostmasterOf(found.pid, data)) return found;
  const text = await readFile(pidFile(data), 'utf8');
  await writeFile(pidFile(data), text.replace(/^\d+/, String(NOBODYS_PID)));
  return undefined;
}

/**
 * Stops a postmaster and waits until it is gone: fast (sessions are cut, everything is written), then immediate (as a crash, nothing
 * acknowledged is lost), then by force. One that did not answer is spared the first. Done twice it does nothing.
 */
export async function stopPostmaster(pid: number, data: string, programs: Programs, answers = true): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals that a process could obey; pg_ctl uses the server's own pipe.
    await runProgram(programs, 'pg_ctl', [
      'stop',
      '--pgdata',
      data,
      `--mode=${answers ? 'fast' : 'immediate'}`,
      '--wait',
    ]);
    return;
  }
  const fast = ['SIGINT', FAST_SHUTDOWN_MS] as const;
  const harder = [['SIGQUIT', IMMEDIATE_SHUTDOWN_MS] as const, ['SIGKILL', IMMEDIATE_SHUTDOWN_MS] as const];
  for (const [signal, patience] of answers ? [fast, ...harder] : harder) {
    if (!(await isPostmasterOf(pid, data))) return;
    signalQuietly(pid, signal);
    if (await gone(pid, data, patience)) return;
  }
}

async function gone(pid: number, data: string, patienceMs: number): Promise<boolean> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(LOOK_EVERY_MS))
    if (!(await isPostmasterOf(pid, data))) return true;
  return false;
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

/** Waits until a postmaster says that it takes connections; `false` when it ended before, or the deadline came. */
export async function untilReady(pid: number, data: string, deadline: number, ended: () => boolean): Promise<boolean> {
  for (; Date.now() < deadline && !ended(); await pause(LOOK_EVERY_MS)) {
    const file = await readPidFile(data);
    // The file of a killed predecessor says "ready" too.
    if (file?.pid === pid && file.ready) return true;
  }
  return false;
}
