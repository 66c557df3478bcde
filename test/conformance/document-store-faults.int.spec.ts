import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentStore, IncomingFiles, openDocumentStore, type StagedFile } from '#libs/service/documents';
import { pdf } from '../support/sample-files.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vinhdanh-faults-'));
});
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let end = undo.pop(); end; end = undo.pop()) await end();
  await rm(folder, { recursive: true, force: true });
});

/** A server that answers anything, where a bucket should be. */
async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => stop(server));
  return `http://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/bucket`;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

async function storeAt(s3Url?: string): Promise<DocumentStore> {
  const store = await openDocumentStore({ dataFolder: folder, ...(s3Url ? { s3Url } : {}) });
  undo.push(() => store.close());
  return store;
}

async function staged(): Promise<StagedFile> {
  const incoming = await IncomingFiles.open(join(folder, 'incoming'));
  const received = await incoming.receive(
    (async function* () {
      yield pdf();
    })(),
  );
  if (!received.ok) throw new Error(received.error.code);
  return received.value;
}

describe('a document store that fails says so, and the file may come again', () => {
  it('when a bucket acknowledges a file and then holds other bytes, which are removed', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.method ?? '');
      request.resume().on('end', () => response.end(request.method === 'GET' ? 'other bytes' : undefined));
    });
    const store = await storeAt(await listen(server));
    const file = await staged();
    await expect(store.put(file)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    expect(asked).toEqual(['PUT', 'GET', 'DELETE']);
  });

  it('when the bucket is away', async () => {
    const server = createServer();
    const store = await storeAt(await listen(server));
    await stop(server);
    const file = await staged();
    await expect(store.put(file)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    await expect(store.open(file.sha256)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
  });

  it('when a file lies where its folder should be', async () => {
    const store = await storeAt();
    const file = await staged();
    await writeFile(join(folder, 'documents', file.sha256.slice(0, 2)), '');
    await expect(store.put(file)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    await file.discard();
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });
});

describe('the room of incoming files, opened again', () => {
  it('is rid of what ended processes left, and keeps what others may still write', async () => {
    const incoming = join(folder, 'incoming');
    await IncomingFiles.open(incoming);
    const ended = `${hostname()}.${2 ** 22 + 1}.a.part`;
    const before = `${hostname()}.${process.pid}.b.part`;
    const neighbour = `${hostname()}.${process.ppid}.c.part`;
    const elsewhere = `another-machine.${2 ** 22 + 1}.d.part`;
    const forgotten = 'another-machine.1.e.part';
    for (const name of [ended, before, neighbour, elsewhere, forgotten]) await writeFile(join(incoming, name), 'half');
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    await utimes(join(incoming, forgotten), yesterday, yesterday);
    await IncomingFiles.open(incoming);
    expect((await readdir(incoming)).sort()).toEqual([neighbour, elsewhere].sort());
  });
});
