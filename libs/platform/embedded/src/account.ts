import { execFile, type SpawnOptions } from 'node:child_process';
import { chmod, chown, lstat, readdir, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ok } from '#libs/domain/kernel';
import { type Binaries, programOf } from './binaries.js';
import { type Attempt, failure } from './failure.js';
import type { Room } from './room.js';

const run = promisify(execFile);

/** As whom the server's programs run. PostgreSQL refuses to run as root, whatever root wants. */
export interface Account {
  /** The command that runs a program as this account. */
  command(file: string, args: readonly string[]): readonly [file: string, args: readonly string[]];
  readonly spawn: Pick<SpawnOptions, 'uid' | 'gid'>;
}

/** Our own account: what a plain user has, and everybody on Windows. */
const ourselves: Account = { command: (file, args) => [file, args], spawn: {} };

/**
 * The same owner of files, but number 65534 for itself, in a user namespace of its own.
 *
 * For root: the server has no power of root's over anybody's files, no account is needed, nothing is given away, and a folder below
 * /root (0700) can be reached, which it cannot be after a change of account. For a number without a name (`docker run --user 4711`):
 * initdb insists on a name, and 65534 has one. Containers mostly forbid namespaces.
 */
const inNamespace = ({ spawn }: Account): Account => ({
  command: (file, args) => ['unshare', ['--user', '--map-user=65534', '--map-group=65534', file, ...args]],
  spawn,
});

const asOwner = (uid: number, gid: number): Account => ({ ...ourselves, spawn: { uid, gid } });
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Picks the account and gives it the room. Root's candidates are tried on the real folder and programs: each has places it cannot reach. */
export async function chooseAccount(room: Room, binaries: Binaries): Promise<Attempt<Account>> {
  if (process.getuid?.() !== 0) return ok(hasName() ? ourselves : inNamespace(ourselves));
  const own = await stat(room.folder);
  // Whoever owns the room goes on owning it: the same server must find its files again after every kind of start.
  const asBefore = own.uid === 0 ? [inNamespace(ourselves)] : bothWays(own);
  for (const account of asBefore) if (await suits(account, room, binaries)) return ok(account);
  // `sudo npm start` in a home folder: its owner can reach what nobody else can.
  const [outer, parent] = await Promise.all([stat(room.dataFolder), stat(dirname(room.dataFolder))]);
  for (const owner of parent.uid === 0 ? [NOBODY] : [parent, NOBODY]) {
    await giveRoom(room, owner);
    for (const account of bothWays(owner)) if (await suits(account, room, binaries)) return ok(account);
  }
  await giveTree(room.folder, own.uid, own.gid);
  await chown(room.dataFolder, outer.uid, outer.gid);
  await chmod(room.dataFolder, outer.mode & 0o7777);
  return failure('EMBEDDED_ROOT_NOT_POSSIBLE', { folder: room.folder });
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const bothWays = ({ uid, gid }: Owner): Account[] => [asOwner(uid, gid), inNamespace(asOwner(uid, gid))];

function hasName(): boolean {
  if (process.platform === 'win32') return true;
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** Whether the account has a name, may write the room and may run the programs. */
async function suits(account: Account, room: Room, binaries: Binaries): Promise<boolean> {
  const question = 'id -un && test -w "$1" && test -x "$2"';
  const [file, args] = account.command('/bin/sh', ['-c', question, 'sh', room.folder, programOf(binaries, 'postgres')]);
  try {
    await run(file, args, { ...account.spawn, cwd: '/', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

async function giveRoom(room: Room, { uid, gid }: Owner): Promise<void> {
  await giveTree(room.folder, uid, gid);
  const [outer, parent] = await Promise.all([stat(room.dataFolder), stat(dirname(room.dataFolder))]);
  if (outer.uid === uid) return;
  if (parent.uid === uid) {
    // In his own home he shall find a data folder of his own.
    await chown(room.dataFolder, uid, gid);
    return;
  }
  // The server must pass through the data folder, and see nothing else in it.
  await chown(room.dataFolder, outer.uid, gid);
  await chmod(room.dataFolder, 0o710);
}

async function giveTree(path: string, uid: number, gid: number): Promise<void> {
  await chown(path, uid, gid);
  for (const entry of await readdir(path)) {
    const inner = join(path, entry);
    const { isDirectory, isFile } = await lstat(inner).then((s) => ({
      isDirectory: s.isDirectory(),
      isFile: s.isFile(),
    }));
    if (isDirectory) await giveTree(inner, uid, gid);
    else if (isFile) await chown(inner, uid, gid);
  }
}
