import { execFile, type SpawnOptions } from 'node:child_process';
import { chmod, chown, lstat, readdir, stat } from 'node:fs/promises';
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
 * Root's files stay root's: in a user namespace of its own the server is number 65534 for itself and root without root's powers for
 * everybody else. No account is needed, nothing is given away, and a folder below /root (0700) can be reached, which it cannot be
 * after a change of account. Containers mostly forbid namespaces; there the server changes the account.
 */
const userNamespace: Account = {
  command: (file, args) => ['unshare', ['--user', '--map-user=65534', '--map-group=65534', file, ...args]],
  spawn: {},
};

const asOwner = (uid: number, gid: number): Account => ({ ...ourselves, spawn: { uid, gid } });

/** Picks the account and gives it the room. Each candidate is tried on the real folder and programs, because each has places it cannot reach. */
export async function chooseAccount(room: Room, binaries: Binaries): Promise<Attempt<Account>> {
  if (process.getuid?.() !== 0) return ok(ourselves);
  const own = await stat(room.folder);
  // Whoever owns the room goes on owning it: the same server must find its files again after every kind of start.
  if (own.uid !== 0 && (await reaches(asOwner(own.uid, own.gid), room, binaries))) return ok(asOwner(own.uid, own.gid));
  if (own.uid === 0 && (await reaches(userNamespace, room, binaries))) return ok(userNamespace);
  // `sudo npm start` in a home folder: its owner can reach what nobody else can.
  const parent = await stat(dirname(room.dataFolder));
  const nobody = { uid: 65_534, gid: 65_534 };
  for (const { uid, gid } of parent.uid === 0 ? [nobody] : [parent, nobody]) {
    await giveRoom(room, uid, gid);
    if (await reaches(asOwner(uid, gid), room, binaries)) return ok(asOwner(uid, gid));
  }
  await giveRoom(room, own.uid, own.gid);
  return failure('EMBEDDED_ROOT_NOT_POSSIBLE', { folder: room.folder });
}

async function reaches(account: Account, room: Room, binaries: Binaries): Promise<boolean> {
  const question = 'test -w "$1" && test -x "$2"';
  const [file, args] = account.command('/bin/sh', ['-c', question, 'sh', room.folder, programOf(binaries, 'postgres')]);
  try {
    await run(file, args, { ...account.spawn, timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

async function giveRoom(room: Room, uid: number, gid: number): Promise<void> {
  await giveTree(room.folder, uid, gid);
  // The server must pass through the data folder, and see nothing else in it.
  const outer = await stat(room.dataFolder);
  if (outer.uid === uid) return;
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
