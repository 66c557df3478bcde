import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '#libs/domain/kernel';
import { type Attempt, codeOf, failure } from './failure.js';
import { isSameProcess, startMarkOf } from './process-identity.js';

/** Held as long as one process works with the data folder; it ends with that process, however it ends. */
export interface InstanceLock {
  release(): Promise<void>;
}

interface Claim {
  readonly pid: number;
  /** Against a process id that was given to another program. */
  readonly mark: string;
  /** Which folder is claimed: in a copy of a folder in use, the claim lies too and means nothing. */
  readonly place: string;
  readonly since: string;
  readonly released: boolean;
}

const nameOf = (generation: number): string => `lock.${generation}`;

/**
 * Takes the folder for this process, or says who holds it and since when.
 *
 * Claims are files `lock.1`, `lock.2`, …; the highest one counts. A claim comes into being complete (a link to a finished file) and only
 * above a claim that is released or whose process is gone. A dead claim is never deleted to be taken over, because two processes that
 * both found it dead would delete each other's fresh claim; here both try to make the same next number and one of them loses. Who finds,
 * after making his claim, a higher one has been too slow and begins again.
 */
export async function takeLock(folder: string): Promise<Attempt<InstanceLock>> {
  const { dev, ino } = await stat(folder);
  const claim = {
    pid: process.pid,
    mark: (await startMarkOf(process.pid)) ?? '',
    place: `${dev}/${ino}`,
    since: new Date().toISOString(),
  };
  const draft = join(folder, `claim-${randomUUID()}`);
  // No secret: the next start, perhaps under another account, must be able to read it.
  await writeFile(draft, JSON.stringify({ ...claim, released: false }), { mode: 0o644, flag: 'wx' });
  try {
    for (;;) {
      const highest = (await generations(folder)).at(-1) ?? 0;
      const holder = await readClaim(join(folder, nameOf(highest)));
      if (holder && (await holds(holder, claim.place)))
        return failure('EMBEDDED_HELD', { folder, pid: holder.pid, since: holder.since });
      const mine = highest + 1;
      if (!(await linkIfAbsent(draft, join(folder, nameOf(mine))))) continue;
      const all = await generations(folder);
      if (all.at(-1) !== mine) {
        await removeQuietly(join(folder, nameOf(mine)));
        continue;
      }
      for (const older of all.slice(0, -1)) await removeQuietly(join(folder, nameOf(older)));
      return ok({ release: () => release(folder, mine, claim) });
    }
  } finally {
    await removeQuietly(draft);
  }
}

const holds = async ({ released, place, pid, mark }: Claim, here: string): Promise<boolean> =>
  !released && place === here && (await isSameProcess(pid, mark));

/** The released claim stays as a file: the next number must be higher than every number that a slow process may still try. */
async function release(folder: string, generation: number, claim: Omit<Claim, 'released'>): Promise<void> {
  const draft = join(folder, `claim-${randomUUID()}`);
  try {
    await writeFile(draft, JSON.stringify({ ...claim, released: true }), { mode: 0o644 });
    await rename(draft, join(folder, nameOf(generation)));
  } catch {
    // The folder is gone or full: the claim ends with this process.
    await removeQuietly(draft);
  }
}

async function generations(folder: string): Promise<number[]> {
  const numbers = (await readdir(folder)).flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  return numbers.sort((a, b) => a - b);
}

async function readClaim(file: string): Promise<Claim | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Claim;
  } catch (error) {
    // A claim that cannot be parsed was cut short by a power failure: its process is gone too.
    if (codeOf(error) === 'ENOENT' || codeOf(error) === undefined) return undefined;
    throw error;
  }
}

async function linkIfAbsent(draft: string, target: string): Promise<boolean> {
  try {
    await link(draft, target);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

const removeQuietly = (file: string): Promise<void> => unlink(file).catch(() => undefined);
