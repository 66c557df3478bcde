import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentStore, IncomingFiles, type StagedFile, verified } from '#libs/service/documents';
import { sha256Of } from '../support/document-desk.js';
import { pdf } from '../support/sample-files.js';

/** An adapter under test, on a place of its own that may hold other files. */
export interface StoreUnderTest {
  readonly store: DocumentStore;
  close(): Promise<void>;
}

const collect = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** What every store of documents promises, whatever it is built on. */
export function documentStoreConformance(name: string, openStore: (folder: string) => Promise<StoreUnderTest>): void {
  describe(`a document store: ${name}`, () => {
    let folder: string;
    let incoming: IncomingFiles;
    let under: StoreUnderTest;
    const put: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vinhdanh-store-'));
      incoming = await IncomingFiles.open(join(folder, 'incoming'));
      under = await openStore(folder);
    });
    afterAll(async () => {
      for (const sha256 of put) await under.store.remove(sha256);
      await under.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function staged(bytes: Buffer): Promise<StagedFile> {
      const received = await incoming.receive(
        (async function* () {
          for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
        })(),
      );
      if (!received.ok) throw new Error(received.error.code);
      put.push(received.value.sha256);
      return received.value;
    }

    const hashesThere = async (): Promise<string[]> => {
      const hashes: string[] = [];
      for await (const { sha256 } of under.store.list()) hashes.push(sha256);
      return hashes;
    };

    it.each([10, 70_000, 6_000_000])('gives back the %i bytes that it was given, and their number', async (size) => {
      const bytes = pdf(size);
      const file = await staged(bytes);
      await under.store.put(file);
      const stored = await under.store.open(sha256Of(bytes));
      expect(stored?.size).toBe(size);
      expect(stored && (await collect(stored.stream)).equals(bytes)).toBe(true);
      expect(await under.store.has(file.sha256)).toBe(true);
    });

    it('has taken the staged file over when it resolves', async () => {
      const file = await staged(pdf());
      await under.store.put(file);
      await expect(stat(file.path)).rejects.toMatchObject({ code: 'ENOENT' });
      await file.discard();
      expect(await under.store.has(file.sha256)).toBe(true);
    });

    it('has no file that was never put', async () => {
      const sha256 = sha256Of(pdf());
      expect(await under.store.open(sha256)).toBeUndefined();
      expect(await under.store.has(sha256)).toBe(false);
      expect(await hashesThere()).not.toContain(sha256);
    });

    it('keeps a file once that is put again and again, also at the same moment', async () => {
      const bytes = pdf(200_000);
      const files = await Promise.all([staged(bytes), staged(bytes), staged(bytes)]);
      await Promise.all(files.map((file) => under.store.put(file)));
      const sha256 = sha256Of(bytes);
      expect((await hashesThere()).filter((hash) => hash === sha256)).toEqual([sha256]);
      const stored = await under.store.open(sha256);
      expect(stored && (await collect(verified(stored.stream, sha256))).equals(bytes)).toBe(true);
    });

    it('lists what it has, with when it came', async () => {
      const file = await staged(pdf());
      await under.store.put(file);
      for await (const { sha256, putAt } of under.store.list())
        if (sha256 === file.sha256) {
          // A bucket's clock is another machine's, and counts whole seconds.
          expect(Math.abs(Date.now() - putAt.getTime())).toBeLessThan(300_000);
          return;
        }
      throw new Error('It is not in the list.');
    });

    it('removes a file, and once more without complaint', async () => {
      const file = await staged(pdf());
      await under.store.put(file);
      await under.store.remove(file.sha256);
      await under.store.remove(file.sha256);
      expect(await under.store.has(file.sha256)).toBe(false);
      expect(await under.store.open(file.sha256)).toBeUndefined();
    });
  });
}
