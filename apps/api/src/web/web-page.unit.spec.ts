import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWebPage } from './web-page.js';

describe('the page of the web app', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-page-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const built = (html: string) => writeFile(join(folder, 'index.html'), html);

  it('has a nonce of its own each time, which its policy names and nothing else allows', async () => {
    await built('<meta property="csp-nonce" nonce="%NONCE%">');
    const page = await readWebPage(folder);
    const [one, other] = [page?.(), page?.()];
    const nonce = /nonce="([^"]{22,})"/.exec(one?.html ?? '')?.[1] ?? '';
    expect(one?.policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one?.policy).not.toMatch(/unsafe|\*|https?:/);
    // What the page has read itself, and no address.
    expect(one?.policy).toContain('; frame-src blob:;');
    expect(other?.html).not.toBe(one?.html);
  });

  it('is none where nothing was built, and a page of somebody else is refused at the start', async () => {
    expect(await readWebPage(folder)).toBeUndefined();
    await built('<html></html>');
    await expect(readWebPage(folder)).rejects.toThrow('no place for its nonce');
  });
});
