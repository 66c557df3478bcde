import { statfs } from 'node:fs/promises';

/** Below this no server starts: it needs a page of the log, a lock file and a page of WAL at least. */
const SMALLEST_FREE_BYTES = 1_000_000;

/** Whether a program failed because the disk is full. On a full disk the log that would say so may be empty, hence the second look. */
export async function lacksSpace(folder: string, output: string): Promise<boolean> {
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(output)) return true;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < SMALLEST_FREE_BYTES;
}
