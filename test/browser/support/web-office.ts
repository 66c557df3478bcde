import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, type LocalDate, localDateOf, valueOf } from '#libs/domain/kernel';
import { readConfig } from '#libs/platform/config';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { runStandalone, type Standalone } from '../../../apps/standalone/src/standalone.js';
import { OfficeClient } from '../../support/office-client.js';
import { startChromium } from './chromium.js';
import { type Role, people } from './pages.js';
import { witnesses } from '../../support/runner/patience.js';
import { seenIn, watch, type Watched } from './watched.js';

/** How long a page may take to show what is waited for, on a busy machine. */
const PATIENCE_MS = 60_000;

const USUAL_SIZE = { width: 1366, height: 768 };

export interface WebDesk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** All that went wrong in it so far. */
  readonly watched: Watched;
}

export interface DeskOptions {
  readonly width?: number;
  readonly height?: number;
  readonly timezoneId?: string;
  /** What the browser takes for now: for offices that live at another time. */
  readonly now?: string;
}

/** The whole system as `npm start` runs it, with the sample province, and a browser before it. */
export interface WebOffice {
  readonly url: string;
  /** The server, to be taken away and brought back on the same port. */
  readonly server: { stop(): Promise<void>; start(): Promise<void> };
  /** The day in the office. */
  today(): LocalDate;
  /** Somebody signed in through the API, to do what others do meanwhile. */
  as(role: Role): OfficeClient;
  /** A browser of its own, with nobody signed in. */
  open(options?: DeskOptions): Promise<WebDesk>;
  /** Signs in on the page, as people do. */
  signIn(desk: WebDesk, role: Role): Promise<void>;
  /** A browser in which somebody is signed in already, on the first page of his role. */
  desk(role: Role, options?: DeskOptions): Promise<WebDesk>;
  /** A browser in which somebody signs in by his account: a colleague whom no role stands for. */
  deskOf(account: string, options?: DeskOptions): Promise<WebDesk>;
  passwordOf(role: Role): string;
  close(): Promise<void>;
}

export interface WebOfficeOptions {
  /** An empty database; without it the system starts its own embedded server. */
  readonly databaseUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** With all that people's browsers have, also what shows PDF. */
  readonly wholeBrowser?: boolean;
}

export async function openWebOffice({
  databaseUrl,
  env = {},
  clock,
  wholeBrowser,
}: WebOfficeOptions): Promise<WebOffice> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-web-'));
  const start = (port: string): Promise<Standalone> =>
    runStandalone({
      config: valueOf(
        readConfig({
          VINHDANH_DATA: dataFolder,
          VINHDANH_PORT: port,
          VINHDANH_LOG_LEVEL: 'silent',
          VINHDANH_RATE_PER_MINUTE: '1000000',
          // Three dossiers unless a suite wants the lived-in province: lists are then short, and nothing comes in meanwhile.
          VINHDANH_SAMPLES: 'few',
          DATABASE_URL: databaseUrl,
          ...env,
        }),
      ),
      ...(clock ? { clock } : {}),
    });
  let running: Standalone | undefined = await start('0');
  const system = running;
  await system.samples;
  const browser: Browser = await startChromium(wholeBrowser ? { whole: true } : {});
  const keys = new Map(system.accounts.map(({ account, ...secrets }) => [account.id, secrets]));
  const secretsOfAccount = (account: string) => {
    const secrets = keys.get(account);
    if (!secrets) throw new Error(`Nobody here is ${account}.`);
    return secrets;
  };
  const secretsOf = (role: Role) => secretsOfAccount(people[role]);
  const signInAs = async ({ page }: WebDesk, account: string) => {
    await page.locator('#sign-in-login').fill(account);
    await page.locator('#sign-in-password').fill(secretsOfAccount(account).password);
    await page.keyboard.press('Enter');
    await page.locator('.vd-frame h1').waitFor();
  };
  const line = { url: system.url, seen: new Map<string, string>() };
  const kept = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>();

  const open = async (
    { width, height, timezoneId, now }: DeskOptions = {},
    storageState?: Awaited<ReturnType<BrowserContext['storageState']>>,
  ): Promise<WebDesk> => {
    const context = await browser.newContext({
      baseURL: system.url,
      viewport: { width: width ?? USUAL_SIZE.width, height: height ?? USUAL_SIZE.height },
      reducedMotion: 'reduce',
      ...(timezoneId ? { timezoneId } : {}),
      ...(storageState ? { storageState } : {}),
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (now !== undefined) await context.clock.install({ time: now });
    const page = await context.newPage();
    const watched = await watch(page, system.url);
    const tell = () => seenIn(page, watched);
    witnesses.add(tell);
    context.on('close', () => witnesses.delete(tell));
    return { page, context, watched };
  };

  const office: WebOffice = {
    url: system.url,
    server: {
      async stop() {
        await running?.stop();
        running = undefined;
      },
      async start() {
        running ??= await start(new URL(system.url).port);
      },
    },
    today: () => localDateOf(clock?.now() ?? new Date().toISOString()),
    as: (role) => new OfficeClient(line, secretsOf(role).token),
    passwordOf: (role) => secretsOf(role).password,
    open: (options) => open(options),
    signIn: (desk, role) => signInAs(desk, people[role]),
    async desk(role, options) {
      const state = kept.get(role);
      const desk = await open(options, state);
      await desk.page.goto('/');
      const inside = desk.page.locator('.vd-frame h1');
      await inside.or(desk.page.locator('#sign-in-login')).first().waitFor();
      // Everybody signs in once; his session serves the browsers that come after, until it has ended.
      if (!(await inside.isVisible())) {
        await office.signIn(desk, role);
        kept.set(role, await desk.context.storageState());
      }
      return desk;
    },
    async deskOf(account, options) {
      const desk = await open(options);
      await desk.page.goto('/dang-nhap');
      await signInAs(desk, account);
      return desk;
    },
    async close() {
      await browser.close();
      await office.server.stop();
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return office;
}
