import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { eventually } from '#libs/platform/testing';
import { must } from '../../support/office-client.js';
import type { Role, WebRoute } from './pages.js';
import { NO_DOSSIER } from './watched.js';
import type { WebOffice } from './web-office.js';

const QUIET =
  "!document.querySelector('.vd-skeleton') && !document.querySelector('.vd-strip[aria-busy=true], section[aria-busy=true]')";
const READS_WITHIN_MS = 60_000;
const STEADY_MS = 400;

/** Resolves when the page has its head and its fonts, and is reading nothing. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  // Looked at from outside: waiting inside the page needs `eval`, which its policy refuses.
  await eventually('the page is reading nothing', () => page.evaluate(QUIET), READS_WITHIN_MS);
}

/** The router that the app itself leaves on the window; `idle` when the page of the address is the page that is shown. */
const ARRIVED = `(({ state }) => state.status === 'idle' && state.resolvedLocation?.href === state.location.href)(window.__TSR_ROUTER__)`;

/** Goes to another page as a link of the app does: the app stays loaded, and whoever is signed in stays so. */
export async function goInside(page: Page, path: string): Promise<void> {
  await page.evaluate(`window.__TSR_ROUTER__.history.push(${JSON.stringify(path)})`);
  await eventually(`the app shows ${path}`, () => page.evaluate(ARRIVED), READS_WITHIN_MS);
  await settled(page);
}

/** Where one of each is found that somebody may see. */
const lists: Readonly<Record<string, (found: Found) => string | undefined>> = {
  dossier: ({ id }) => id,
  decision: ({ id }) => id,
  submission: ({ id }) => id,
  handover: ({ handoverId }) => handoverId,
  cluster: ({ id }) => id,
};

interface Found {
  readonly id?: string;
  readonly handoverId?: string;
}

/** Resolves when a settled page has said the same twice in a row: names that come after the rest have come too. */
export async function rested(page: Page): Promise<void> {
  await settled(page);
  let before = '';
  await eventually(
    'the page says no more',
    async () => {
      await sleep(STEADY_MS);
      const now = await textOf(page);
      const same = now === before;
      before = now;
      return same;
    },
    READS_WITHIN_MS,
  );
}

/** The address of a page for somebody: with a dossier, decision, letter, handover or cluster that he may see, where it needs one. */
export async function pathFor(office: WebOffice, { path, step }: WebRoute, role: Role): Promise<string> {
  const [whole, of] = /\{(\w+)\}/.exec(path) ?? [];
  const idOf = of === undefined ? undefined : lists[of];
  if (whole === undefined || !idOf) return path;
  const first = async (query: string) => {
    const { items } = await must<{ items: Found[] }>(office.as(role).get(`/api/v1/${of}s?limit=1${query}`));
    return items[0] && idOf(items[0]);
  };
  const there = step === undefined ? undefined : await first(`&step=${step}`);
  // Who sees none is shown how that looks.
  return path.replace(whole, there ?? (await first('')) ?? NO_DOSSIER);
}

/** The words of a page as a reader sees them. */
export const textOf = (page: Page): Promise<string> => page.evaluate('document.body.innerText');

/** What has the focus: its element and words. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(
    "document.activeElement.tagName + ' ' + (document.activeElement.id || document.activeElement.innerText || '').slice(0, 80)",
  );
