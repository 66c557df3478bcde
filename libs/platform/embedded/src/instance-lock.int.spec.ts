import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanUp, copyOf, launch, newFolder, refusal, start } from '../../../../test/support/embedded-server.js';
import { takeLock } from './instance-lock.js';

const claims = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('lock.') || name.startsWith('claim-'));

describe('one data folder', () => {
  let pristine: string;
  beforeAll(async () => {
    pristine = await newFolder();
    await (await start({ dataFolder: pristine })).stop();
  });
  afterAll(cleanUp);

  it('is held by one process; a second one is told by which, and since when', async () => {
    const dataFolder = await copyOf(pristine);
    const before = new Date().toISOString();
    const holder = launch({ dataFolder });
    expect(await holder.said).toMatchObject({ ok: true });
    const { code, sentence } = await refusal({ dataFolder });
    expect(code).toBe('EMBEDDED_HELD');
    for (const words of [sentence.vi, sentence.en]) expect(words).toContain(String(holder.pid));
    const since = /since (\S+);/.exec(sentence.en)?.[1] ?? '';
    expect(since > before && since < new Date().toISOString()).toBe(true);

    await holder.stop();
    await (await start({ dataFolder })).stop();
  });

  it('is given to exactly one of four processes that start at the same moment', async () => {
    const dataFolder = await copyOf(pristine);
    const programs = Array.from({ length: 4 }, () => launch({ dataFolder }));
    const said = await Promise.all(programs.map((program) => program.said));
    const winners = programs.filter((_, at) => said[at]?.ok);
    expect(winners).toHaveLength(1);
    const others = said.filter(({ ok }) => !ok);
    for (const { code, sentence } of others) {
      expect(code).toBe('EMBEDDED_HELD');
      expect(sentence.en).toContain(`process ${winners[0]?.pid} `);
    }
  });

  it('is not held twice by the same process either', async () => {
    const dataFolder = await copyOf(pristine);
    const server = await start({ dataFolder });
    expect((await refusal({ dataFolder })).code).toBe('EMBEDDED_HELD');
    await server.stop();
    await (await start({ dataFolder })).stop();
  });
});

describe('the lock', () => {
  afterAll(cleanUp);
  const holderOf = async (folder: string): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(join(folder, (await claims(folder))[0] ?? ''), 'utf8')) as Record<string, unknown>;

  it('ends with its process, also when the number of the dead process belongs to another program now', async () => {
    const folder = await newFolder();
    const first = await takeLock(folder);
    expect(first.ok).toBe(true);
    const claim = await holderOf(folder);
    const [name = ''] = await claims(folder);
    // This process lives, but it was started at another time than the one that claimed.
    await writeFile(join(folder, name), JSON.stringify({ ...claim, mark: 'another boot/1' }));
    expect((await takeLock(folder)).ok).toBe(true);
  });

  it('is free after a claim that a power failure cut short', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'lock.7'), '{"pid": 12');
    expect((await takeLock(folder)).ok).toBe(true);
    expect(await claims(folder)).toEqual(['lock.8']);
  });

  it('goes from hand to hand a hundred times, wanted by eight, and is never in two hands', async () => {
    const folder = await newFolder();
    let inside = 0;
    let turns = 0;
    const worker = async (): Promise<void> => {
      while (turns < 100) {
        const lock = await takeLock(folder);
        if (!lock.ok) continue;
        expect(++inside).toBe(1);
        turns++;
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
        await lock.value.release();
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(await claims(folder)).toHaveLength(1);
  });

  it('stays quiet when its folder was removed under it', async () => {
    const folder = await newFolder();
    const lock = await takeLock(folder);
    await rm(folder, { recursive: true });
    await expect(lock.ok && lock.value.release()).resolves.toBeUndefined();
  });
});
