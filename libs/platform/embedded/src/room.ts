import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ok } from '#libs/domain/kernel';
import { type Attempt, codeOf, failure } from './failure.js';

/** The server's own room in the data folder: `<dataFolder>/postgres`. */
export interface Room {
  readonly dataFolder: string;
  readonly folder: string;
  /** The cluster itself. */
  readonly data: string;
  /** The superuser's password, 0600. */
  readonly passwordFile: string;
  /** What is remembered between starts; nothing is lost with it but the port. */
  readonly memoryFile: string;
  readonly log: string;
  /** Links to shared libraries, where the package's own folder may not be written. */
  readonly lib: string;
}

/** What the room remembers between starts. */
export interface Memory {
  readonly port?: number;
  /** The settings the running server was started with: an orphan with other ones is not adopted. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Where everything of the room lies, whether it is there or not. */
export function roomIn(dataFolder: string): Room {
  const outer = resolve(dataFolder);
  const folder = join(outer, 'postgres');
  return {
    dataFolder: outer,
    folder,
    data: join(folder, 'data'),
    passwordFile: join(folder, 'password'),
    memoryFile: join(folder, 'server.json'),
    log: join(folder, 'server.log'),
    lib: join(folder, 'lib'),
  };
}

/** Makes the room, for our account only. Throws what the file system refuses. */
export async function openRoom(dataFolder: string): Promise<Room> {
  const room = roomIn(dataFolder);
  await makeFolder(room.folder);
  await chmod(room.folder, 0o700);
  return room;
}

/** Level by level: asked for all at once, Node says ENOENT where the truth is that the parent may not be written. */
async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    // Another process that starts at the same moment made it.
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    return Boolean(await stat(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

export type ClusterState = 'absent' | 'ours';

/** Whether a cluster of our major version lies in the room; anything half there is refused and left as it is. */
export async function clusterState(room: Room, major: string): Promise<Attempt<ClusterState>> {
  const found = await textOf(join(room.data, 'PG_VERSION'));
  if (found === undefined) {
    const content = await readdir(room.data).catch(() => []);
    const outside = await stat(join(room.dataFolder, 'PG_VERSION')).catch(() => undefined);
    if (outside) return failure('EMBEDDED_FOREIGN_FOLDER', { folder: room.dataFolder });
    return content.length === 0 ? ok('absent') : failure('EMBEDDED_FOREIGN_FOLDER', { folder: room.data });
  }
  if (found.trim() !== major)
    return failure('EMBEDDED_OTHER_MAJOR', { folder: room.data, found: found.trim(), wanted: major });
  const control = await stat(join(room.data, 'global', 'pg_control')).catch(() => undefined);
  return control && control.size > 0 ? ok('ours') : failure('EMBEDDED_FOREIGN_FOLDER', { folder: room.data });
}

export async function readPassword(room: Room): Promise<string | undefined> {
  return (await textOf(room.passwordFile))?.trim();
}

/** A new random password; 192 bits, letters and digits of base64url, so that it stands in a URL as it is. */
export const newPassword = (): string => randomBytes(24).toString('base64url');

export const keepPassword = (room: Room, password: string): Promise<void> =>
  writeWhole(room, room.passwordFile, `${password}\n`);

export async function readMemory(room: Room): Promise<Memory> {
  try {
    return JSON.parse((await textOf(room.memoryFile)) ?? '{}') as Memory;
  } catch {
    return {};
  }
}

export const writeMemory = (room: Room, memory: Memory): Promise<void> =>
  writeWhole(room, room.memoryFile, `${JSON.stringify(memory, null, 2)}\n`);

/** A name for a folder in which something is being made; what a killed start left under such names is swept by the next one. */
export const draftFolder = (room: Room): string => join(room.folder, `new-${randomUUID()}`);

export async function sweepDrafts(room: Room): Promise<void> {
  const left = (await readdir(room.folder)).filter((name) => name.startsWith('new-'));
  // An initdb whose parent was killed may still be writing there: what cannot be removed now is swept next time.
  for (const name of left)
    await rm(join(room.folder, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
}

/** Never half a file, not even after a power failure: written beside, flushed, then renamed. Owned by who owns the room. */
async function writeWhole(room: Room, file: string, text: string): Promise<void> {
  const draft = join(room.folder, `draft-${randomUUID()}`);
  try {
    await writeFile(draft, text, { mode: 0o600, flush: true });
    const { uid, gid } = await stat(room.folder);
    if (process.getuid?.() === 0) await chown(draft, uid, gid);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
