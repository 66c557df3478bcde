import { eventually, type TestDatabase } from '#libs/platform/testing';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { describeInBrowser } from './support/chromium.js';
import { settled } from './support/on-page.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';
import { createOfficeDatabase } from '../support/office-database.js';

type Shown = Readonly<Record<string, unknown>>;

/** What the server adds that is no part of the fold. */
const withoutServersOwn = ({ retention: _retention, receiptCode: _code, asOf: _asOf, ...state }: Shown): Shown => state;

describeInBrowser('the replay of a dossier', () => {
  let database: TestDatabase;
  let office: WebOffice;

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url });
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  it('P1 shows at every revision the state that the server has for it', async () => {
    const auditor = office.as('auditor');
    const { items } = await must<{ items: { id: string; revision: number }[] }>(
      auditor.get('/api/v1/dossiers?limit=50'),
    );
    const longest = items.reduce((one, other) => (one.revision >= other.revision ? one : other));
    const { page, context, watched } = await office.desk('auditor');
    await page.goto(`/ho-so/${longest.id}/phat-lai?at=0`);
    await settled(page);
    await page.locator('details:has(.replay-state) summary').click();
    for (let revision = 0; revision <= longest.revision; revision++) {
      await page.locator('input[type=range]').fill(String(revision));
      const here = await eventually(`revision ${revision} on the page`, async () => {
        const shown = JSON.parse((await page.locator('.replay-state').textContent()) ?? '{}') as Shown;
        return shown['revision'] === revision && shown;
      });
      const there = await must<Shown>(auditor.get(`/api/v1/dossiers/${longest.id}?asRecorded=${revision}`));
      expect(here).toEqual(withoutServersOwn(there));
    }
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('goes by keyboard, and its address leads others to the same place', async () => {
    const auditor = office.as('auditor');
    const { items } = await must<{ items: { id: string; revision: number }[] }>(
      auditor.get('/api/v1/dossiers?limit=50'),
    );
    const found = items.find(({ revision }) => revision > 3);
    expect(found).toBeDefined();
    const { page, context } = await office.desk('auditor');
    await page.goto(`/ho-so/${found?.id}/phat-lai?at=2`);
    await settled(page);
    const slider = page.locator('input[type=range]');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/at=3/);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Sự kiện 3 trên \d+, \d\d:\d\d \d\d\/\d\d\/\d{4}, \S/);
    await page.keyboard.press('Home');
    await page.waitForURL(/at=0/);
    await page.reload();
    await settled(page);
    expect(await page.locator('input[type=range]').inputValue()).toBe('0');
    await context.close();
  }, 180_000);

  it('reaches every milestone by keyboard, and offers no command on the way', async () => {
    const { id } = await officeWay(desksOf(office), 'voted');
    const { page, context } = await office.desk('auditor');
    await page.goto(`/ho-so/${id}/phat-lai?at=0`);
    await settled(page);
    const told = await page.getByRole('button', { name: /^Chỉ mốc \(\d+\)$/ }).textContent();
    const milestones = Number(/\((\d+)\)/.exec(told ?? '')?.[1]);
    expect(milestones).toBeGreaterThan(2);
    const slider = page.locator('input[type=range]');
    await slider.focus();
    const reached = new Set<string>();
    for (let step = 0; step < milestones; step++) {
      const before = await slider.inputValue();
      await page.keyboard.press('PageDown');
      await eventually('the next milestone', async () => (await slider.inputValue()) !== before);
      reached.add(await slider.inputValue());
      expect(await page.locator('main a[href*="/viec/"]').count()).toBe(0);
    }
    expect(reached.size).toBe(milestones);
    expect(await page.locator('.replay-allowed li').count()).toBeGreaterThan(0);
    await context.close();
  }, 180_000);
});
