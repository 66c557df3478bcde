import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { home } from '#libs/service/foundation';

const FOLDER = join(home, 'dist', 'web');
const ENTRY = 'index.html';
/** Everything that a page loads before it is shown, compressed. */
const BUDGET_BYTES = 330_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

describe('What a browser loads', () => {
  let manifest: Readonly<Record<string, Chunk>>;
  beforeAll(async () => {
    manifest = JSON.parse(await readFile(join(FOLDER, 'manifest.json'), 'utf8')) as typeof manifest;
  });

  /** The scripts that entries of the build load before they are shown. */
  function filesOf(...entries: readonly string[]): ReadonlySet<string> {
    const files = new Set<string>();
    const take = (name: string): void => {
      const chunk = manifest[name];
      if (!chunk) throw new Error(`The build has no ${name}.`);
      if (files.has(chunk.file)) return;
      files.add(chunk.file);
      for (const each of chunk.imports ?? []) take(each);
    };
    for (const entry of entries) take(entry);
    return files;
  }

  async function bytesOf(files: ReadonlySet<string>): Promise<number> {
    const sizes = await Promise.all([...files].map(async (file) => (await stat(join(FOLDER, `${file}.gz`))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  const pages = () => Object.keys(manifest).filter((name) => /^src\/pages\/.*\.page\.tsx$/.test(name));

  it('is at most 330 kB of scripts for every page', async () => {
    expect(pages().length).toBeGreaterThan(10);
    const sizes = await Promise.all(pages().map(async (name) => [name, await bytesOf(filesOf(ENTRY, name))] as const));
    expect(sizes.filter(([, size]) => size > BUDGET_BYTES)).toEqual([]);
    // Far below it a test would let the app grow to twice its size unseen.
    expect(Math.max(...sizes.map(([, size]) => size))).toBeGreaterThan(BUDGET_BYTES / 2);
  });

  it('is for the worklist, where most people begin, nothing that only other pages need', async () => {
    const beside = await bytesOf(
      new Set([...filesOf('src/pages/worklist/worklist.page.tsx')].filter((file) => !filesOf(ENTRY).has(file))),
    );
    expect(beside).toBeLessThan(BUDGET_BYTES / 10);
  });
});
