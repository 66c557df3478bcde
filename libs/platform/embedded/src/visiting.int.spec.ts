import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanUp, newFolder, sql, start } from '../../../../test/support/embedded-server.js';
import { visitEmbeddedPostgres } from './visit.js';

describe('a program that looks at the embedded server from beside', () => {
  afterEach(cleanUp);

  it('finds nothing where there is nothing, and makes nothing', async () => {
    const folder = join(await newFolder(), 'not-there');
    expect(await visitEmbeddedPostgres(folder)).toEqual({ state: 'absent' });
    await expect(readFile(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('reads in the running server, which goes on as it was', async () => {
    const dataFolder = await newFolder();
    const server = await start({ dataFolder });
    const standing = await visitEmbeddedPostgres(dataFolder);
    expect(standing).toEqual({ state: 'running', url: server.url, pid: server.pid });
    expect(await sql(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('knows a stopped server from a running one', async () => {
    const dataFolder = await newFolder();
    const server = await start({ dataFolder });
    await server.stop();
    expect(await visitEmbeddedPostgres(dataFolder)).toEqual({ state: 'stopped' });
  });

  it('takes a server that does not know our password for none of ours', async () => {
    const dataFolder = await newFolder();
    const server = await start({ dataFolder });
    const file = join(dataFolder, 'postgres', 'password');
    const right = await readFile(file, 'utf8');
    await writeFile(file, 'another-password\n');
    expect(await visitEmbeddedPostgres(dataFolder)).toEqual({ state: 'stopped' });
    await writeFile(file, right);
    expect(await visitEmbeddedPostgres(dataFolder)).toMatchObject({ state: 'running', pid: server.pid });
  });
});
