import type { Page } from 'playwright-core';

/** What must never happen in a page. */
export interface Watched {
  /** Errors of the console and of scripts, and what the content policy refused. */
  readonly errors: readonly string[];
  /** Requests to anybody but us. */
  readonly strangers: readonly string[];
}

/** What was refused to a page, in order: status, method and address. Only told when a test fails. */
const refusedTo = new WeakMap<Page, string[]>();

/** What the browser says of a request that was refused as it should be: nobody is signed in yet, or no more. */
const EXPECTED = /\/api\/v1\/(me|sessions)(\/|\?|$)/;

/** A dossier that there is not: what a reader is led to who may see none. */
export const NO_DOSSIER = '00000000-0000-4000-8000-000000000000';

/** The viewer for PDF that comes with Chromium itself: it asks nobody for anything. */
const OWN_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/** Listens to a page from its first moment on. */
export async function watch(page: Page, url: string): Promise<Watched> {
  const errors: string[] = [];
  const strangers: string[] = [];
  const refused: string[] = [];
  refusedTo.set(page, refused);
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url: from } = message.location();
    if (/status of 401/.test(message.text()) && EXPECTED.test(from)) return;
    if (/status of 404/.test(message.text()) && from.includes(NO_DOSSIER)) return;
    // A store that took its time is said to be away: true on a busy machine, and the page says so too.
    if (/status of 503/.test(message.text()) && from.endsWith('/health/ready')) return;
    errors.push(`${message.text()} (${from})`);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    const to = request.url();
    if (to.startsWith(OWN_VIEWER) || to.startsWith('chrome://resources/')) return;
    if (!to.startsWith(url) && !to.startsWith('data:') && !to.startsWith('blob:')) strangers.push(to);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  // Also what the policy refuses without a word in the console.
  await page.exposeFunction('tellOfViolation', (what: string) => void errors.push(`policy: ${what}`));
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', (e) => window.tellOfViolation(e.violatedDirective + ' ' + e.blockedURI));",
  );
  return { errors, strangers };
}

const MOST_WORDS = 3_000;

/** A page in words, for whoever could not look at it: its address, what was refused, what it shows, dialogs first. */
export async function seenIn(page: Page, { errors }: Watched): Promise<string> {
  const shown = await page.evaluate<string>(
    "[...document.querySelectorAll('[role=dialog], main')].map((each) => each.innerText).join(' ----- ')",
  );
  return [
    `The page ${page.url()} showed:`,
    shown.replaceAll(/\s+/g, ' ').slice(0, MOST_WORDS),
    ...(refusedTo.get(page) ?? []).map((each) => `refused: ${each}`),
    ...errors.map((each) => `error: ${each}`),
  ].join('\n');
}
