import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  cleanUp,
  copyOf,
  killPostmaster,
  launch,
  newFolder,
  sql,
  start,
  worksIn,
} from '../../../../test/support/embedded-server.js';

const dataOf = (folder: string): string => join(folder, 'postgres', 'data');

describe('after a crash', () => {
  let pristine: string;
  let dataFolder: string;
  beforeAll(async () => {
    pristine = await newFolder();
    const server = await start({ dataFolder: pristine });
    await sql(server.url, 'create table entry (number int primary key)');
    await server.stop();
  });
  beforeEach(async () => void (dataFolder = await copyOf(pristine)));
  afterAll(cleanUp);

  /** Starts a server by another process and kills that process: the server stays, without a parent. */
  async function orphan(settings = {}): Promise<{ pid: number; url: string }> {
    const program = launch({ dataFolder, settings });
    const said = await program.said;
    expect(said).toMatchObject({ ok: true, adopted: false });
    await program.kill('SIGKILL');
    expect(await worksIn(said.pid, dataOf(dataFolder))).toBe(true);
    return said;
  }

  it('of our process the next start adopts the server that went on running, sessions and all', async () => {
    const left = await orphan();
    const server = await start({ dataFolder });
    expect(server).toMatchObject({ adopted: true, pid: left.pid, url: left.url, notices: [] });
    await sql(server.url, 'insert into entry values (1)');
    await server.stop();
    expect(await worksIn(left.pid, dataOf(dataFolder))).toBe(false);

    const next = await start({ dataFolder });
    expect(next.adopted).toBe(false);
    expect(await sql(next.url, 'select number from entry')).toEqual([{ number: 1 }]);
  });

  it('of our process by Ctrl-C in the terminal the server lives, for whoever has still something to write', async () => {
    const program = launch({ dataFolder }, { detached: true });
    const { pid } = await program.said;
    // A terminal signals every process of its foreground group.
    process.kill(-program.pid, 'SIGINT');
    await program.kill('SIGINT');
    const server = await start({ dataFolder });
    expect(server).toMatchObject({ adopted: true, pid });
  });

  it('of our process a server that ran with other settings is not adopted but started anew', async () => {
    const left = await orphan({ fsync: 'off' });
    const server = await start({ dataFolder });
    expect(server.adopted).toBe(false);
    expect(server.pid).not.toBe(left.pid);
    expect(await worksIn(left.pid, dataOf(dataFolder))).toBe(false);
    expect(await sql(server.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('of our process a server that no longer answers is ended and another one started', async () => {
    const left = await orphan();
    process.kill(left.pid, 'SIGSTOP');
    const server = await start({ dataFolder });
    expect(server.adopted).toBe(false);
    expect(await worksIn(left.pid, dataOf(dataFolder))).toBe(false);
    expect(await sql(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 180_000);

  it('of the postmaster everything acknowledged is there again', async () => {
    const server = await start({ dataFolder });
    let acknowledged = 0;
    const writing = (async () => {
      for (;;) {
        await sql(server.url, `insert into entry values (${acknowledged + 1})`);
        acknowledged++;
        if (acknowledged === 20) void killPostmaster(dataOf(dataFolder));
      }
    })();
    await expect(writing).rejects.toBeDefined();
    expect(acknowledged).toBeGreaterThanOrEqual(20);
    await server.stop();

    const next = await start({ dataFolder });
    expect(next).toMatchObject({ adopted: false, port: server.port });
    const [stored] = await sql<{ count: number }>(next.url, 'select count(*)::int as count from entry');
    // One more may be stored than was acknowledged: its answer was on the way.
    expect([acknowledged, acknowledged + 1]).toContain(stored?.count);
  });

  it('of both, process and server, the next start needs no help', async () => {
    const program = launch({ dataFolder });
    const said = await program.said;
    await sql(said.url, 'insert into entry values (1)');
    await Promise.all([program.kill('SIGKILL'), killPostmaster(dataOf(dataFolder))]);
    const server = await start({ dataFolder });
    expect(await sql(server.url, 'select number from entry')).toEqual([{ number: 1 }]);
  });

  it('and a restart of the machine the number of the dead server may belong to another program, which is left in peace', async () => {
    const { pid } = await orphan();
    const pidFile = join(dataOf(dataFolder), 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await killPostmaster(dataOf(dataFolder));
    const other = launch({ dataFolder: await copyOf(pristine) });
    expect(await other.said).toMatchObject({ ok: true });
    await writeFile(pidFile, text.replace(String(pid), String(other.pid)));

    const server = await start({ dataFolder });
    expect(server.adopted).toBe(false);
    expect(process.kill(other.pid, 0)).toBe(true);
  });

  it('a copy of the folder of a running server is a database of its own', async () => {
    const original = await start({ dataFolder });
    await sql(original.url, 'insert into entry values (1)');
    await sql(original.url, 'checkpoint');
    const copy = await start({ dataFolder: await copyOf(dataFolder) });
    expect(copy).toMatchObject({ adopted: false, notices: [{ en: expect.stringContaining(String(original.port)) }] });
    expect(copy.port).not.toBe(original.port);
    await sql(copy.url, 'insert into entry values (2)');
    expect(await sql(original.url, 'select number from entry')).toEqual([{ number: 1 }]);
  });
});
