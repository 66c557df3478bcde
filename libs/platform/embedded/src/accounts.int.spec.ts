import { execFile } from 'node:child_process';
import { chmod, chown, copyFile, cp, link, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cleanUp, isRoot, launch, newFolder, sql } from '../../../../test/support/embedded-server.js';
import { findBinaries } from './binaries.js';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
const NOBODY = 65_534;
/** Not in /etc/passwd. */
const OFFICER = 4_711;

const ownerOf = async (path: string): Promise<number> => (await stat(path)).uid;
const effectiveUid = async (pid: number): Promise<number> =>
  Number(/^Uid:\s+\d+\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]);

const describeAsRoot = isRoot ? describe : describe.skip;

/** Only root can become somebody else. Run by a plain user, every other suite of this library is already the plain user's case. */
describeAsRoot('the server runs', () => {
  /** What the launcher needs, where every account can reach it: the checkout itself may lie below /root. */
  let everywhere: string;
  let how: { node: string; file: string };
  /** A PATH on which no user namespace can be made, as in most containers. */
  let withoutNamespaces: NodeJS.ProcessEnv;

  beforeAll(async () => {
    everywhere = await newFolder();
    await chmod(everywhere, 0o755);
    const found = findBinaries();
    if (!found.ok) throw new Error(found.error.sentence.en);
    const native = found.value.native.slice(repository.length);
    const parts = ['package.json', 'dist/libs', 'dist/test/support', native];
    const packages = ['temporal-polyfill', 'temporal-spec', 'temporal-utils', 'zod'].map(
      (name) => `node_modules/${name}`,
    );
    for (const part of [...parts, ...packages])
      await cp(join(repository, part), join(everywhere, part), { recursive: true, verbatimSymlinks: true });
    for (const file of ['package.json', 'dist/index.js'])
      await copyFile(join(repository, dirname(native), file), await madeFor(join(everywhere, dirname(native), file)));
    const node = join(everywhere, 'node');
    await link(process.execPath, node).catch(() => copyFile(process.execPath, node));
    how = { node, file: join(everywhere, 'dist', 'test', 'support', 'embedded-program.js') };
    const bin = join(everywhere, 'bin');
    await mkdir(bin);
    await symlink('/bin/false', join(bin, 'unshare'));
    withoutNamespaces = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
  });
  afterAll(cleanUp);

  const madeFor = async (file: string): Promise<string> => {
    await mkdir(dirname(file), { recursive: true });
    return file;
  };

  /** A folder that only `uid` may enter, below one that everybody may pass. */
  const homeOf = async (uid: number): Promise<string> => {
    const outside = await newFolder();
    await chmod(outside, 0o755);
    const home = join(outside, 'home');
    await mkdir(home, { mode: 0o700 });
    await chown(home, uid, uid);
    return home;
  };

  it.each([
    ['a plain user', NOBODY],
    ['a number without a name', OFFICER],
  ])('as %s, from the first start to the last', async (_, uid) => {
    const dataFolder = join(await homeOf(uid), '.vinhdanh');
    for (const time of ['first', 'second']) {
      const program = launch({ dataFolder }, { ...how, uid, gid: uid });
      const said = await program.said;
      expect([time, said]).toMatchObject([time, { ok: true, uid }]);
      expect(await effectiveUid(said.pid)).toBe(uid);
      expect(await sql(said.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await program.stop();
    }
  });

  it('for root in a folder that only root may enter, without a change of account', async () => {
    const home = await homeOf(0);
    const program = launch({ dataFolder: join(home, '.vinhdanh') });
    const said = await program.said;
    expect(said).toMatchObject({ ok: true, uid: 0 });
    expect(await ownerOf(join(home, '.vinhdanh', 'postgres', 'data'))).toBe(0);
    // Root by number outside, but in a namespace of its own and without root's powers.
    const status = await readFile(`/proc/${said.pid}/status`, 'utf8');
    expect(/^CapEff:\s+(\w+)/m.exec(status)?.[1]).toBe('0000000000000000');
    await program.stop();
  });

  it('for root in somebody’s home as that somebody, who can start it without root afterwards', async () => {
    const dataFolder = join(await homeOf(OFFICER), '.vinhdanh');
    const asRoot = launch({ dataFolder }, how);
    const first = await asRoot.said;
    expect(first).toMatchObject({ ok: true });
    expect(await effectiveUid(first.pid)).toBe(OFFICER);
    await asRoot.stop();
    const asOfficer = launch({ dataFolder }, { ...how, uid: OFFICER, gid: OFFICER });
    expect(await asOfficer.said).toMatchObject({ ok: true, url: first.url });
    await asOfficer.stop();
  });

  it('for root where namespaces are forbidden as nobody, who sees nothing else of the data folder', async () => {
    const outside = await newFolder();
    await chmod(outside, 0o755);
    const dataFolder = join(outside, '.vinhdanh');
    const program = launch({ dataFolder }, { ...how, env: withoutNamespaces });
    const said = await program.said;
    expect(said).toMatchObject({ ok: true });
    expect(await effectiveUid(said.pid)).toBe(NOBODY);
    expect((await stat(dataFolder)).mode & 0o777).toBe(0o710);
    const look = run('ls', [dataFolder], { uid: NOBODY, gid: NOBODY });
    await expect(look).rejects.toMatchObject({ stderr: expect.stringContaining('Permission denied') });
    await program.kill('SIGKILL');
    const next = launch({ dataFolder }, { ...how, env: withoutNamespaces });
    expect(await next.said).toMatchObject({ ok: true, adopted: true, pid: said.pid });
    await next.stop();
  });

  it('for root on the files it made before namespaces were forbidden', async () => {
    const outside = await newFolder();
    await chmod(outside, 0o755);
    const dataFolder = join(outside, '.vinhdanh');
    const before = launch({ dataFolder }, how);
    const said = await before.said;
    await sql(said.url, 'create table entry as select 1 as number');
    await before.stop();
    const after = launch({ dataFolder }, { ...how, env: withoutNamespaces });
    const now = await after.said;
    expect(now).toMatchObject({ ok: true });
    expect(await sql(now.url, 'select number from entry')).toEqual([{ number: 1 }]);
    expect(await ownerOf(join(dataFolder, 'postgres', 'data', 'PG_VERSION'))).toBe(NOBODY);
    await after.stop();
  });

  it('not at all for root where no other account can go, and says so', async () => {
    const home = await homeOf(0);
    const said = await launch({ dataFolder: join(home, '.vinhdanh') }, { ...how, env: withoutNamespaces }).said;
    expect(said).toMatchObject({ ok: false, code: 'EMBEDDED_ROOT_NOT_POSSIBLE' });
    // As it was found.
    expect(await ownerOf(join(home, '.vinhdanh', 'postgres'))).toBe(0);
    expect((await stat(join(home, '.vinhdanh'))).mode & 0o777).toBe(0o700);
  });

  it('not for a plain user in a folder of root’s', async () => {
    const said = await launch({ dataFolder: join(await homeOf(0), '.vinhdanh') }, { ...how, uid: NOBODY, gid: NOBODY })
      .said;
    expect(said).toMatchObject({ ok: false, code: 'EMBEDDED_FOLDER_UNWRITABLE' });
  });
});
