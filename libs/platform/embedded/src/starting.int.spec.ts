import { chmod, cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import {
  cleanUp,
  copyOf,
  launch,
  newFolder,
  readOnlyView,
  sql,
  start,
} from '../../../../test/support/embedded-server.js';
import { eventually } from '#libs/platform/testing';
import { findBinaries } from './binaries.js';
import { ask } from './wire.js';

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

const shown = async (url: string, name: string): Promise<string | undefined> =>
  (await sql<{ value: string }>(url, `select current_setting('${name}') as value`))[0]?.value;

describe('the first start in a folder', () => {
  let folder: string;
  beforeAll(async () => void (folder = await newFolder()));
  afterAll(cleanUp);

  it('makes a durable database of our own, and the next start finds it again on the same port', async () => {
    const first = await start({ dataFolder: join(folder, 'office', '.vinhdanh') });
    expect(first).toMatchObject({ adopted: false, notices: [] });
    expect(new URL(first.url)).toMatchObject({
      hostname: '127.0.0.1',
      port: String(first.port),
      pathname: '/vinhdanh',
    });
    await sql(first.url, `create table acknowledged as select 'Nguyễn Thị Ánh' as name`);
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])
      expect([name, await shown(first.url, name)]).toEqual([name, 'on']);
    expect(await shown(first.url, 'server_encoding')).toBe('UTF8');
    expect(await shown(first.url, 'timezone')).toBe('UTC');
    expect(await sql(first.urlFor('postgres'), 'select current_database() as name')).toEqual([{ name: 'postgres' }]);
    await first.stop();
    await first.stop();

    const second = await start({ dataFolder: join(folder, 'office', '.vinhdanh') });
    expect(second).toMatchObject({ url: first.url, adopted: false, notices: [] });
    expect(second.pid).not.toBe(first.pid);
    expect(await sql(second.url, 'select name from acknowledged')).toEqual([{ name: 'Nguyễn Thị Ánh' }]);
  });

  it('orders text as bytes unless Vietnamese order is asked for', async () => {
    const { url } = await start({ dataFolder: folder });
    const query = (collation: string): string =>
      `select string_agg(name, ' ' order by name ${collation}) as names from unnest(array['Đức', 'Em', 'Ân', 'An', 'Ăn']) name`;
    expect(await sql(url, query(''))).toEqual([{ names: 'An Em Ân Ăn Đức' }]);
    expect(await sql(url, query('collate "vi-x-icu"'))).toEqual([{ names: 'An Ăn Ân Đức Em' }]);
  });
});

describe('a started server', () => {
  let pristine: string;
  beforeAll(async () => {
    pristine = await newFolder();
    await (await start({ dataFolder: pristine })).stop();
  });
  afterAll(cleanUp);

  it('keeps its folder and its password to one account', async () => {
    const dataFolder = join(await newFolder(), '.vinhdanh');
    await cp(pristine, dataFolder, { recursive: true });
    await chmod(join(dataFolder, 'postgres'), 0o755);
    const { url } = await start({ dataFolder });
    expect(await modeOf(join(dataFolder, 'postgres'))).toBe('700');
    for (const name of ['password', 'server.json', 'server.log'])
      expect([name, await modeOf(join(dataFolder, 'postgres', name))]).toEqual([name, '600']);
    const password = (await readFile(join(dataFolder, 'postgres', 'password'), 'utf8')).trim();
    expect(password).toBe(new URL(url).password);
    expect(password).toHaveLength(32);
    expect(await readFile(join(dataFolder, 'postgres', 'server.log'), 'utf8')).not.toContain(password);
  });

  it('answers on loopback only, and nobody without the password', async () => {
    const dataFolder = await copyOf(pristine);
    const { url, port } = await start({ dataFolder });
    const stranger = new URL(url);
    stranger.password = 'password';
    await expect(sql(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter((one) => !one.internal);
    for (const { address, scopeid } of outside) {
      const socket = connect({ host: scopeid ? `${address}%${scopeid}` : address, port });
      await expect(
        new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject)),
      ).rejects.toMatchObject({
        code: 'ECONNREFUSED',
      });
    }
    expect(await shown(url, 'unix_socket_directories')).toBe('');
    expect(await sql(url, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
      { auth_method: 'scram-sha-256' },
    ]);
  });

  it('takes the settings it is given, but never opens itself to others', async () => {
    const dataFolder = await copyOf(pristine);
    const { url } = await start({ dataFolder, settings: { max_connections: '17', listen_addresses: '*' } });
    expect(await shown(url, 'max_connections')).toBe('17');
    expect(await shown(url, 'listen_addresses')).toBe('127.0.0.1');
  });

  it('is not led astray by PG* variables of a shell', async () => {
    const dataFolder = await copyOf(pristine);
    const env = { ...process.env, PGPORT: '1', PGDATA: '/nowhere', PGCLIENTENCODING: 'LATIN1' };
    const { url, port } = await launch({ dataFolder }, { env }).said;
    const login = { port, role: 'postgres', password: new URL(url).password, database: 'vinhdanh' };
    // Asked without a client library, which would choose an encoding itself.
    expect(await ask(login, 'show client_encoding')).toEqual({ ok: true, value: ['UTF8'] });
    expect(await shown(url, 'data_directory')).toBe(join(dataFolder, 'postgres', 'data'));
  });
});

describe('the programs from npm', () => {
  let bare: string;
  beforeAll(async () => {
    bare = join(await newFolder(), 'native');
    const found = findBinaries();
    if (!found.ok) throw new Error(found.error.sentence.en);
    await cp(found.value.native, bare, { recursive: true, verbatimSymlinks: true });
    await removeLinks(bare);
  });
  afterAll(cleanUp);

  const links = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(folder, 'lib'), { withFileTypes: true });
    return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
  };
  const removeLinks = async (folder: string): Promise<void> => {
    for (const name of await links(folder)) await rm(join(folder, 'lib', name));
  };

  it('run after `npm ci --ignore-scripts`, also when two processes make the links at the same time', async () => {
    expect(await links(bare)).toEqual([]);
    const folders = [await newFolder(), await newFolder()];
    const programs = folders.map((dataFolder) => launch({ dataFolder, native: bare }));
    for (const { said } of programs) expect(await said).toMatchObject({ ok: true });
    const made = await links(bare);
    expect(made).toContain('libicuuc.so.60');
    expect(made.filter((name) => name.length > 'libecpg_compat.so.3.18'.length)).toEqual([]);
    await Promise.all(programs.map((program) => program.stop()));
  });

  it('run from a package folder that nobody may write', async () => {
    await removeLinks(bare);
    const readOnly = await readOnlyView(bare, 'lib');
    const dataFolder = await newFolder();
    const { url } = await start({ dataFolder, native: readOnly });
    expect(await sql(url, `select 'a' < 'b' collate "vi-x-icu" as ordered`)).toEqual([{ ordered: true }]);
    expect(await links(bare)).toEqual([]);
    expect(await readdir(join(dataFolder, 'postgres', 'lib'))).toContain('libicuuc.so.60');
  });
});

describe('a start that is killed', () => {
  afterAll(cleanUp);

  it('in the middle of making the cluster leaves nothing that disturbs the next one', async () => {
    const dataFolder = await newFolder();
    const room = join(dataFolder, 'postgres');
    const dying = launch({ dataFolder });
    const draft = await eventually('initdb is writing', async () => {
      const name = (await readdir(room)).find((entry) => entry.startsWith('new-'));
      return name !== undefined && (await readdir(join(room, name, 'data', 'base'))).length > 0 && name;
    });
    await dying.kill('SIGKILL');
    expect(await readdir(room)).not.toContain('data');

    const { url } = await start({ dataFolder });
    expect(await sql(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await readdir(room)).not.toContain(draft);
  });
});
