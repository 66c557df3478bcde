import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { wholeMatrix } from '../../support/whole-matrix.js';

const WHOLE = '/usr/bin/chromium';
/** The same without windows: a third quicker, and it shows no PDF. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell';

/** Why there is no browser here, as the test command found it. */
export const withoutChromium: string | undefined = process.env['VINHDANH_TEST_WITHOUT_CHROMIUM'];

/** `describe`, or a description that is skipped and says why. Pictures and benches come here without a suite to describe. */
export const describeInBrowser =
  typeof describe === 'undefined' || withoutChromium === undefined ? globalThis.describe : describe.skip;

/** Starts the real Chromium: the one that `CHROMIUM_PATH` names, else Debian's, without windows where nobody needs the `whole`. */
export async function startChromium({ whole = wholeMatrix }: { readonly whole?: boolean } = {}): Promise<Browser> {
  const usual = !whole && existsSync(WINDOWLESS) ? WINDOWLESS : WHOLE;
  const executablePath = process.env['CHROMIUM_PATH'] ?? usual;
  if (!existsSync(executablePath))
    throw new Error(`There is no browser ${executablePath}: apt-get install chromium, or name one in CHROMIUM_PATH.`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });
}
