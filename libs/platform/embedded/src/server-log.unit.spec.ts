import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundLog, sizeOf, tailOf } from './server-log.js';

describe('the server’s log', () => {
  let folder: string;
  let log: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-log-'));
    log = join(folder, 'server.log');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('starts anew when it has grown too long, while the server goes on writing into it', async () => {
    const server = await open(log, 'a');
    await server.write('first line\n'.repeat(10));
    await boundLog(log, 100);
    await server.write('after\n');
    await server.close();
    expect(await readFile(log, 'utf8')).toBe('after\n');
    expect(await readFile(`${log}.1`, 'utf8')).toBe('first line\n'.repeat(10));
  });

  it('keeps one predecessor', async () => {
    for (const text of ['one', 'two', 'three']) {
      await writeFile(log, text.repeat(50));
      await boundLog(log, 100);
    }
    expect(await readFile(`${log}.1`, 'utf8')).toBe('three'.repeat(50));
    expect(await sizeOf(log)).toBe(0);
  });

  it('is left alone while it is short, and may be absent', async () => {
    await boundLog(log, 100);
    await writeFile(log, 'short');
    await boundLog(log, 100);
    expect(await readFile(log, 'utf8')).toBe('short');
  });

  it('is quoted by its last lines, from where the present start began', async () => {
    const old = 'of the last start\n';
    await writeFile(log, `${old}${Array.from({ length: 20 }, (_, n) => `line ${n}`).join('\n')}\n`);
    expect(await tailOf(log, old.length, 2)).toBe('line 18\nline 19');
    expect(await tailOf(log, old.length, 100)).not.toContain('last start');
    expect(await tailOf(join(folder, 'absent'))).toBe('');
  });
});
