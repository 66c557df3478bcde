import { type TestDatabase } from '#libs/platform/testing';
import { atOnce } from './support/at-once.js';
import { axeFaults } from './support/axe.js';
import { formBlock } from './support/block.js';
import { describeInBrowser } from './support/chromium.js';
import { wholeMatrix } from '../support/whole-matrix.js';
import { focusOf, goInside, pathFor, settled, textOf } from './support/on-page.js';
import { type Role, roles, routes } from './support/pages.js';
import { desksOf } from './support/stories.js';
import { cutOff, tooWide } from './support/reflow.js';
import { leftOn } from './support/vietnamese.js';
import type { Watched } from './support/watched.js';
import { type DeskOptions, openWebOffice, type WebOffice } from './support/web-office.js';
import { createOfficeDatabase } from '../support/office-database.js';
import { officeWay } from '../support/office-way.js';

/** What a page shows instead of a word that is missing, or of a value that is not there. */
const RAW = /\b(undefined|NaN|\[object Object\])\b|\{\{|\b[a-z]+(\.[a-zA-Z]+)+_(one|other)\b/;

/** So many people look around at once: one waits for the server while another is measured. */
const AT_ONCE = 3;

/** How pages are looked at: in Vietnamese on the screen of an office, and where there is time for all, in every other way too. */
const views: readonly (DeskOptions & { readonly language: 'vi' | 'en' })[] = [
  { language: 'vi' },
  ...(wholeMatrix
    ? ([
        { language: 'en' },
        { language: 'vi', width: 390, height: 844 },
        { language: 'en', width: 390, height: 844 },
        { language: 'vi', timezoneId: 'America/Los_Angeles' },
        { language: 'vi', width: 1920, height: 1080, timezoneId: 'UTC' },
      ] as const)
    : []),
];

describeInBrowser('every page, as each role sees it', () => {
  let database: TestDatabase;
  let office: WebOffice;

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url });
    // Each page that is for one step has a dossier there.
    for (const stage of ['filled', 'received', 'appraised', 'voted'] as const) await officeWay(desksOf(office), stage);
    await formBlock(office, 'khoi-tham-muu', 'Khối tham mưu', ['thanh-tra-tinh']);
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  describe.each(views)('%o', ({ language, ...view }) => {
    const loaded = new Set<string>();
    let looked: (role: Role) => ReturnType<typeof look>;

    /** What is wrong with the pages of a role. The first to see a route loads it from nothing, the others come from another page. */
    async function look(role: Role): Promise<{ readonly found: Record<string, unknown>; readonly watched: Watched }> {
      const { page, context, watched } = await office.desk(role, view);
      const found: Record<string, unknown> = {};
      for (const route of routes.filter((each) => each.roles.includes(role))) {
        const path = await pathFor(office, route, role);
        // A filter of the page one is on is no change of page: its heading need not take the focus.
        const seen = loaded.has(route.name);
        const inside = seen && new URL(path, office.url).pathname !== new URL(page.url()).pathname;
        loaded.add(route.name);
        if (inside) await goInside(page, path);
        else {
          await page.goto(path);
          await settled(page);
        }
        const focus = await focusOf(page);
        const wrong = {
          faults: await axeFaults(page),
          // English and codes that were left on a page in Vietnamese (L1).
          strange: language === 'vi' ? await leftOn(page) : [],
          raw: RAW.exec(await textOf(page))?.[0] ?? [],
          focus: focus.startsWith('H1') ? [] : focus,
          // How a page reflows is the same for all who see it, but for its words.
          wide: seen && !wholeMatrix ? [] : await tooWide(page),
          cut: seen && !wholeMatrix ? [] : await cutOff(page),
        };
        if (Object.values(wrong).some(({ length }) => length > 0)) found[route.path] = wrong;
      }
      await context.close();
      return { found, watched };
    }

    beforeAll(async () => {
      for (const role of roles) await office.as(role).post('/api/v1/me/language', { language });
      looked = atOnce(AT_ONCE, roles, look);
    });

    it.each(roles)(
      'is open to a reader of screens, holds no code and no English in Vietnamese, fits 320 pixels, can be spaced out and breaks no rule of the policy: %s',
      async (role) => {
        const { found, watched } = await looked(role);
        expect(found).toEqual({});
        expect(watched).toEqual({ errors: [], strangers: [] });
      },
      wholeMatrix ? 600_000 : 180_000,
    );
    afterAll(async () => {
      for (const role of roles) await office.as(role).post('/api/v1/me/language', { language: 'vi' });
    });
  });

  it('a change of page gives the focus to its heading', async () => {
    const { page, context } = await office.desk('officer');
    await page.locator('.vd-nav a', { hasText: 'Hồ sơ' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ' }).waitFor();
    expect(await focusOf(page)).toBe('H1 Hồ sơ');
    await page.locator('.vd-nav a', { hasText: 'Việc của tôi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    expect(await focusOf(page)).toBe('H1 Việc của tôi');
    await context.close();
  });

  it('Ctrl+K leads to the search, which finds without accents and puts nothing of it into the address', async () => {
    const { page, context } = await office.desk('auditor');
    await page.keyboard.press('Control+K');
    expect(await focusOf(page)).toMatch(/^INPUT tim/);
    await page.keyboard.type('khen thuong tong ket');
    await page.keyboard.press('Enter');
    await page.locator('.vd-table-name', { hasText: 'Khen thưởng tổng kết' }).first().waitFor();
    expect(page.url()).toBe(`${office.url}/ho-so`);
    await page.reload();
    await page.getByText('Kết quả cho “khen thuong tong ket”').waitFor();
    await context.close();
  });

  it('an address that leads nowhere says so, and a file that is gone is no page', async () => {
    const { page, context } = await office.desk('officer');
    await page.goto('/khong-co-trang-nay');
    await page.getByText('Địa chỉ này không dẫn đến trang nào.').waitFor();
    const gone = await fetch(`${office.url}/assets/cu-12345678.js`);
    const api = await fetch(`${office.url}/api/v1/khong-co`);
    expect([gone.status, api.status, api.headers.get('content-type')]).toEqual([
      404,
      404,
      'application/problem+json; charset=utf-8',
    ]);
    await context.close();
  });
});
