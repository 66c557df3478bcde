import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IncomingFiles } from './incoming-files.js';

describe('a file that comes in', () => {
  it('is refused when the sender breaks off, and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-incoming-'));
    try {
      const incoming = await IncomingFiles.open(folder);
      const brokenOff = (async function* () {
        yield Buffer.from('%PDF-1.7\n');
        await Promise.reject(new Error('connection reset'));
      })();
      expect(await incoming.receive(brokenOff)).toMatchObject({ ok: false, error: { code: 'DOCUMENT_INCOMPLETE' } });
      expect(await readdir(folder)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
