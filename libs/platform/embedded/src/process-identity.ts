import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from './failure.js';

const run = promisify(execFile);

/** Stands for a living process whose start we may not see. */
const UNSEEN = 'unseen';

/**
 * When a process was started, as a text that only serves to be compared: a process id alone may have been given to another
 * program since. `undefined`: there is no such process, or only its exit code is left of it.
 */
export async function startMarkOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (status !== undefined) {
      // The name in brackets may hold blanks and brackets itself: count the fields after the last one.
      const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${await bootId()}/${fields[19]}`;
    }
  }
  if (!answersSignals(pid)) return undefined;
  if (process.platform === 'linux' || process.platform === 'win32') return UNSEEN;
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: UNSEEN }));
  return stdout.trim();
}

/** Whether the process that had this id and start is still there. */
export async function isSameProcess(pid: number, mark: string): Promise<boolean> {
  const now = await startMarkOf(pid);
  return now !== undefined && (now === mark || now === UNSEEN || mark === UNSEEN);
}

/** Whether a process is the postmaster of a data folder; not by its number alone, which may be another program's by now. */
export async function isPostmasterOf(pid: number, data: string): Promise<boolean> {
  if ((await startMarkOf(pid)) === undefined) return false;
  try {
    // A postmaster works in its data folder. The inode holds even when the folder was renamed under the running server.
    const [works, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(data)]);
    return works.ino === ours.ino && works.dev === ours.dev;
  } catch {
    // No /proc, or a container's root that may not look into another account's process.
    const command = await commandLineOf(pid);
    return command.includes('postgres') && command.includes(data);
  }
}

async function commandLineOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout;
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const bootId = async (): Promise<string> =>
  (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
