import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the key lies that seals second factors, unless the environment names one. */
export const secretKeyFileOf = (dataFolder: string): string => join(dataFolder, 'secret.key');

/**
 * The key of this installation. Made at random at the first start, for its owner only (0600), whole before it has its name: two
 * processes that start at once share one. It belongs into every backup: without it second factors have to be set up anew.
 */
export async function readSecretKey(dataFolder: string, fromEnvironment?: string): Promise<string> {
  if (fromEnvironment) return fromEnvironment;
  const file = secretKeyFileOf(dataFolder);
  const there = await read(file);
  if (there) return there;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const own = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(own, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own, { force: true });
  }
  return (await read(file)) ?? '';
}

async function read(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
