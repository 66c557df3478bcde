import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join('test', 'browser', 'aria');

/** Ids differ from run to run; what figures say, and which awards there are, is another suite's matter. */
const steady = (tree: string): string =>
  tree
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '{id}')
    .replaceAll(/\b(?=[0-9a-f]*\d)[0-9a-f]{8}\b/g, '{id}')
    .replaceAll(/^ *- option .*\n/gm, '')
    .replaceAll(/(?<!\[level=)\b\d+([.:/]\d+)*/g, '0');

/**
 * What a reader of screens is told of a page, beside what is kept of it. With VINHDANH_WRITE=1 the file is written anew: read the
 * difference before it is committed.
 */
export async function ariaBeside(page: Page, name: string): Promise<{ readonly now: string; readonly kept: string }> {
  const now = `${steady(await page.locator('main').ariaSnapshot())}\n`;
  const file = join(FOLDER, `${name}.yml`);
  if (process.env['VINHDANH_WRITE'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  return { now, kept: readFileSync(file, 'utf8') };
}
