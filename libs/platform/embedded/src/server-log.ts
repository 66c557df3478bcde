import { copyFile, open, rm, stat, truncate } from 'node:fs/promises';

/** Beyond this the log starts anew; one predecessor is kept, so both together stay below twice this and a minute's lines. */
const LIMIT_BYTES = 5_000_000;
const LOOK_EVERY_MS = 60_000;

/** What the server said last: at most `lines` lines, from the byte `from` on. */
export async function tailOf(file: string, from = 0, lines = 12): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(from, size - 8_000);
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(Math.max(0, size - start)),
      position: start,
    });
    return buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-lines).join('\n');
  } finally {
    await handle.close();
  }
}

export const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => ({ size: 0 }))).size;

/**
 * Keeps a log bounded whose writer we cannot ask to reopen it (it may be a server adopted from a killed process): the text is copied to
 * `<file>.1` and the file cut to nothing. The server appends, so it goes on at the new end; a line written in between is lost.
 */
export async function boundLog(file: string, limit = LIMIT_BYTES): Promise<void> {
  if ((await sizeOf(file)) <= limit) return;
  const older = `${file}.1`;
  await rm(older, { force: true });
  await copyFile(file, older);
  await truncate(file);
}

/** Looks every minute until told to stop; never keeps the process alive. */
export function keepLogBounded(file: string): () => void {
  const timer = setInterval(() => void boundLog(file).catch(() => undefined), LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
