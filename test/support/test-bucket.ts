import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

/** A bucket on a server of its own, in this process. The server checks no signature: what it proves ends there. */
export interface TestBucket {
  /** As in `S3_URL`. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startTestBucket(): Promise<TestBucket> {
  const directory = await mkdtemp(join(tmpdir(), 'vinhdanh-bucket-'));
  const options = { address: '127.0.0.1', port: 0, silent: true, directory };
  const server = new S3rver({ ...options, configureBuckets: [{ name: 'ho-so' }] });
  const { port } = await server.run();
  return {
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/ho-so/tep`,
    async close() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
