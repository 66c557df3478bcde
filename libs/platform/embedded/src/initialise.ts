import { open, mkdir, rename, rm, writeFile, chown, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '#libs/domain/kernel';
import { type Attempt, failure } from './failure.js';
import { type Programs, reasonIn, runProgram } from './programs.js';
import { draftFolder, type Room, sweepDrafts } from './room.js';
import { lacksSpace } from './space.js';

/**
 * Makes the cluster. initdb works in a folder of its own that becomes `data` by one rename: killed anywhere, the next start
 * finds either no cluster or a whole one.
 *
 * UTF-8 everywhere; byte order of code points as the default order (provider `builtin`, the same on every machine and after every
 * upgrade of its C library, so no index ever breaks); Vietnamese order is asked for where people read: `COLLATE "vi-x-icu"`.
 */
export async function initialise(
  programs: Programs,
  room: Room,
  role: string,
  password: string,
  fast: boolean,
): Promise<Attempt<void>> {
  await sweepDrafts(room);
  const draft = draftFolder(room);
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(room.folder);
    for (const path of [draft, passwordFile]) await chown(path, uid, gid);
  }
  const data = join(draft, 'data');
  const { code, output } = await runProgram(programs, 'initdb', [
    `--pgdata=${data}`,
    `--username=${role}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    // A failed attempt stays until we have seen whether it filled the disk.
    '--no-clean',
    ...(fast ? ['--no-sync'] : []),
  ]);
  try {
    if (code !== 0) return await notMade(room, output);
    await rename(data, room.data);
    if (!fast) await flushFolder(room.folder);
    return ok(undefined);
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function notMade(room: Room, output: string) {
  const said = output.trim();
  if (await lacksSpace(room.folder, said)) return failure('EMBEDDED_DISK_FULL', { folder: room.folder }, said);
  const reason = reasonIn(said) ?? said.split('\n').at(-1) ?? '';
  return failure('EMBEDDED_START_FAILED', { log: room.log, reason }, said);
}

/** A rename is durable when its folder is flushed. */
async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system journals renames.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
