import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Nobody sends one file for longer: a sender who is silent for a minute is cut off. */
const GIVEN_UP_AFTER_MS = 6 * 3_600_000;

/**
 * Removes half files that nobody writes any more: those of processes of this machine that have ended, and very old ones of
 * any. Several processes, also of other machines, may share the folder: theirs are left alone.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part')) continue;
    const path = join(folder, name);
    if (isOfEndedProcess(name) || (await isGivenUp(path))) await rm(path, { force: true });
  }
}

/** By `<host>.<pid>.<uuid>.part`; a host's name may have dots itself. */
function isOfEndedProcess(name: string): boolean {
  const parts = name.split('.');
  const pid = Number(parts.at(-3));
  if (parts.slice(0, -3).join('.') !== hostname() || !Number.isInteger(pid) || pid <= 0) return false;
  // A process that just starts has nothing half itself: what bears its number was left by the one that had it before.
  return pid === process.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

async function isGivenUp(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > GIVEN_UP_AFTER_MS;
}
