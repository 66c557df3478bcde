import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  cleanUp,
  copyOf,
  isRoot,
  newFolder,
  readOnlyView,
  refusal,
  sql,
  start,
  undoLater,
  worksIn,
} from '../../../../test/support/embedded-server.js';

const run = promisify(execFile);
const whereRoot = isRoot ? it : it.skip;

/** A disk of a given size, in memory. */
async function smallDisk(megabytes: number): Promise<string> {
  const disk = await newFolder();
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', disk]);
  undoLater(() => run('umount', ['--lazy', disk]));
  return disk;
}

describe('a start that cannot be', () => {
  let pristine: string;
  beforeAll(async () => {
    pristine = await newFolder();
    const server = await start({ dataFolder: pristine });
    await sql(server.url, 'create table entry (number int)');
    await server.stop();
  });
  afterAll(cleanUp);

  it('names the folder that cannot be written', async () => {
    const locked = await readOnlyView(await newFolder(), '.');
    const { code, sentence } = await refusal({ dataFolder: join(locked, '.vinhdanh') });
    expect(code).toBe('EMBEDDED_FOLDER_UNWRITABLE');
    for (const words of [sentence.vi, sentence.en]) expect(words).toContain(join(locked, '.vinhdanh'));
  });

  it('names the folder that is a file', async () => {
    const file = join(await newFolder(), '.vinhdanh');
    await writeFile(file, '');
    expect(await refusal({ dataFolder: file })).toMatchObject({ code: 'EMBEDDED_FOLDER_UNWRITABLE' });
    expect(await refusal({ dataFolder: join(file, 'below') })).toMatchObject({ code: 'EMBEDDED_FOLDER_UNWRITABLE' });
  });

  whereRoot('says that the disk is full, at the first start', async () => {
    const disk = await smallDisk(20);
    const failed = await refusal({ dataFolder: disk });
    expect(failed.code).toBe('EMBEDDED_DISK_FULL');
    expect(failed.sentence.en).toContain(disk);
    // Nothing half done stays, so that the next start needs no help once there is space.
    expect(await readdir(join(disk, 'postgres'))).not.toContainEqual(expect.stringMatching(/^(data|new-)/));
    await run('mount', ['-o', 'remount,size=200m', disk]);
    expect(await sql((await start({ dataFolder: disk })).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  whereRoot('says that the disk is full, at a later start', async () => {
    const disk = await smallDisk(200);
    await run('cp', ['-a', `${pristine}/.`, disk]);
    await run('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k']).catch(() => undefined);
    expect(await refusal({ dataFolder: disk })).toMatchObject({ code: 'EMBEDDED_DISK_FULL' });
    await rm(join(disk, 'filler'));
    expect(await sql((await start({ dataFolder: disk })).url, 'select * from entry')).toEqual([]);
  });

  it('says which file holds a wrong password, and how to get another one', async () => {
    const dataFolder = await copyOf(pristine);
    const file = join(dataFolder, 'postgres', 'password');
    await writeFile(file, 'of-another-backup\n');
    const { code, sentence } = await refusal({ dataFolder });
    expect(code).toBe('EMBEDDED_PASSWORD_REFUSED');
    for (const words of [sentence.vi, sentence.en]) expect(words).toContain(file);
    expect(JSON.stringify(sentence)).not.toContain('of-another-backup');
    expect(await readdir(join(dataFolder, 'postgres', 'data'))).not.toContain('postmaster.pid');

    await rm(file);
    const server = await start({ dataFolder });
    expect(server.notices).toMatchObject([{ en: expect.stringContaining(file), vi: expect.stringContaining(file) }]);
    expect(await sql(server.url, 'select * from entry')).toEqual([]);
    expect((await readFile(file, 'utf8')).trim()).toBe(new URL(server.url).password);
  });

  it('does not touch the data of another PostgreSQL version', async () => {
    const dataFolder = await copyOf(pristine);
    await writeFile(join(dataFolder, 'postgres', 'data', 'PG_VERSION'), '17\n');
    const { code, sentence } = await refusal({ dataFolder });
    expect(code).toBe('EMBEDDED_OTHER_MAJOR');
    expect(sentence.en).toMatch(/PostgreSQL 17, the embedded one is 18/);
  });

  it('does not touch what is no data of ours', async () => {
    const foreign = await newFolder();
    await mkdir(join(foreign, 'postgres', 'data'), { recursive: true });
    await writeFile(join(foreign, 'postgres', 'data', 'family-photo.jpg'), 'smile');
    expect(await refusal({ dataFolder: foreign })).toMatchObject({ code: 'EMBEDDED_FOREIGN_FOLDER' });
    expect(await readdir(join(foreign, 'postgres', 'data'))).toEqual(['family-photo.jpg']);

    const insideOfCluster = join(await copyOf(pristine), 'postgres', 'data');
    expect(await refusal({ dataFolder: insideOfCluster })).toMatchObject({ code: 'EMBEDDED_FOREIGN_FOLDER' });
  });

  it('says that data are damaged, with the last lines of the log', async () => {
    const dataFolder = await copyOf(pristine);
    const control = join(dataFolder, 'postgres', 'data', 'global', 'pg_control');
    await truncate(control, 100);
    const damaged = await refusal({ dataFolder });
    expect(damaged.code).toBe('EMBEDDED_START_FAILED');
    expect(damaged.sentence.en).toMatch(/server\.log: .*pg_control/);
    expect(damaged.detail).toMatch(/pg_control/);
    await truncate(control, 0);
    expect(await refusal({ dataFolder })).toMatchObject({ code: 'EMBEDDED_FOREIGN_FOLDER' });
  });

  it('says that a setting is unknown, as the server says it', async () => {
    const failed = await refusal({ dataFolder: await copyOf(pristine), settings: { shared_bufers: '1GB' } });
    expect(failed.code).toBe('EMBEDDED_START_FAILED');
    expect(failed.sentence.en).toContain('unrecognized configuration parameter "shared_bufers"');
  });

  it('gives up when its time is over, and leaves the recovering server to the next start', async () => {
    const dataFolder = await copyOf(pristine);
    const failed = await refusal({ dataFolder, patienceMs: 1 });
    expect(failed.code).toBe('EMBEDDED_START_TIMED_OUT');
    const server = await start({ dataFolder });
    expect(server.adopted).toBe(true);
    expect(await worksIn(server.pid, join(dataFolder, 'postgres', 'data'))).toBe(true);
  });

  it('says that there are no programs for this platform', async () => {
    const { code, sentence } = await refusal({ dataFolder: await newFolder(), native: '/nowhere' });
    expect(code).toBe('EMBEDDED_NO_BINARIES');
    expect(sentence.en).toContain(`${process.platform}-${process.arch}`);
  });

  it('moves to another port when somebody took ours meanwhile, says so, and stays there', async () => {
    const dataFolder = await copyOf(pristine);
    const first = await start({ dataFolder });
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const second = await start({ dataFolder });
    expect(second.port).not.toBe(first.port);
    for (const words of [second.notices[0]?.vi, second.notices[0]?.en]) {
      expect(words).toContain(String(first.port));
      expect(words).toContain(String(second.port));
    }
    await second.stop();
    await new Promise((resolve) => squatter.close(resolve));
    const third = await start({ dataFolder });
    expect(third).toMatchObject({ port: second.port, notices: [] });
  });
});
