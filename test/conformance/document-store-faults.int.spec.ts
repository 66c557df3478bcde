import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { IncomingFiles, openDocumentStore, type StagedFile } from '#libs/service/documents';
import { pdf } from '../support/sample-files.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vinhdanh-faults-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

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

const addressOf = (server: Server): string =>
  `http://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/bucket`;

describe('a document store that fails says so, and the file may come again', () => {
  it('when a bucket acknowledges a file and then holds other bytes, which are removed', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.method ?? '');
      request.resume().on('end', () => response.end(request.method === 'GET' ? 'other bytes' : undefined));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => void server.once('listening', resolve));
    const store = await openDocumentStore({ dataFolder: folder, s3Url: addressOf(server) });
    const file = await staged();
    await expect(store.put(file)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    expect(asked).toEqual(['PUT', 'GET', 'DELETE']);
    await store.close();
    await new Promise((resolve) => void server.close(resolve));
    await file.discard();
  });

  it('when the bucket is away', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => void server.once('listening', resolve));
    const s3Url = addressOf(server);
    await new Promise((resolve) => void server.close(resolve));
    const store = await openDocumentStore({ dataFolder: folder, s3Url });
    const file = await staged();
    await expect(store.put(file)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    await expect(store.open(file.sha256)).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    await store.close();
  });

  it('when a file lies where its folder should be', async () => {
    const store = await openDocumentStore({ dataFolder: folder });
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
