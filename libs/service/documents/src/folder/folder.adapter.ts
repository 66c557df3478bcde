import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DocumentStore, type ListedFile, type StoredFile, storeWork } from '../document-store.port.js';
import type { StagedFile } from '../staged-file.js';

/**
 * Files in a folder of this machine, `ab/cd/abcd…`. The folder must lie on the file system of the incoming files: a file
 * is moved in whole, by a rename, and the folders are written through, so that a crash cannot take the name away again.
 */
export class FolderDocumentStore extends DocumentStore {
  private constructor(private readonly folder: string) {
    super();
  }

  static open(folder: string): Promise<FolderDocumentStore> {
    return storeWork('open its folder', async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return new FolderDocumentStore(folder);
    });
  }

  override put(file: StagedFile): Promise<void> {
    return storeWork('keep a file', async () => {
      const path = this.pathOf(file.sha256);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Also where it is there already: a copy that the disk has spoilt is healed by it.
      await rename(file.path, path);
      for (const written of [folder, dirname(folder), this.folder]) await writeThrough(written);
    });
  }

  override open(sha256: string): Promise<StoredFile | undefined> {
    return storeWork('open a file', async () => {
      const file = await unlessMissing(open(this.pathOf(sha256), 'r'));
      return file && { size: await sizeOf(file), stream: file.createReadStream() };
    });
  }

  override has(sha256: string): Promise<boolean> {
    return storeWork('look for a file', async () => (await unlessMissing(stat(this.pathOf(sha256)))) !== undefined);
  }

  override async *list(): AsyncIterable<ListedFile> {
    const entries = await storeWork('list its files', () => readdir(this.folder, { recursive: true }));
    for (const entry of entries) {
      const sha256 = /([0-9a-f]{64})$/.exec(entry)?.[1];
      const found = sha256 && (await storeWork('list a file', () => unlessMissing(stat(this.pathOf(sha256)))));
      if (sha256 && found) yield { sha256, putAt: found.ctime };
    }
  }

  override remove(sha256: string): Promise<void> {
    return storeWork('remove a file', () => rm(this.pathOf(sha256), { force: true }));
  }

  override async close(): Promise<void> {}

  /** Only ever of a hash: what a client sends as one has been checked, and is checked once more where it becomes a path. */
  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('Not a SHA-256 in lower-case hexadecimal.');
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function sizeOf(file: FileHandle): Promise<number> {
  try {
    return (await file.stat()).size;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes the names in a folder survive a power cut. Windows opens no folders and writes them through by itself. */
async function writeThrough(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
