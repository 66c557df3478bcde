import { eventually, type TestDatabase } from '#libs/platform/testing';
import type { Page } from 'playwright-core';
import { must } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { createOfficeDatabase } from '../support/office-database.js';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { focusOf, settled } from './support/on-page.js';
import { people, type Role } from './support/pages.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

describeInBrowser('what an auditor looks for, and what is for everybody', () => {
  let database: TestDatabase;
  let office: WebOffice;
  let replaced: WayfarerDossier;

  const desks = () => ({
    as: (account: string) =>
      office.as((Object.keys(people) as Role[]).find((role) => people[role] === account) ?? 'officer'),
    today: () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
  });
  const rows = (page: Page) => page.locator('main .vd-table tbody tr[role=row]:not(.vd-table-group)');
  const titles = (page: Page) => rows(page).locator('.vd-table-name').allInnerTexts();

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url });
    replaced = await officeWay(desks(), 'received', { title: 'Thay biên bản sau thẩm định' });
    const { path } = replaced;
    const officer = office.as('officer');
    const { nominees } = await must(officer.get<{ nominees: readonly { id: string }[] }>(path));
    const verdicts = nominees.map(({ id }) => ({ nomineeId: id, verdict: 'qualified', reason: 'Đủ', evidence: [] }));
    await must(officer.post(`${path}/appraise-nominees`, { verdicts }));
    await must(officer.post(`${path}/request-supplement`, { items: [{ note: 'x' }], reason: 'Thiếu' }));
    await must(office.as('submitter').post(`${path}/attach-document`, { document: 'BB' }));
    await must(office.as('submitter').post(`${path}/supplement`, {}));
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  it('begins with the questions, and a finding leads to the replay at that very fact', async () => {
    const { page, context, watched } = await office.desk('auditor');
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/sang-loc');
    await page.getByRole('link', { name: /Giấy tờ thay sau thẩm định/ }).click();
    const finding = rows(page).filter({ hasText: 'Thay biên bản sau thẩm định' });
    await finding.waitFor();
    await finding.getByRole('link', { name: /Đến № \d+/ }).click();
    await page.waitForURL(/phat-lai\?at=\d+/);
    await settled(page);
    const at = Number(new URL(page.url()).searchParams.get('at'));
    expect(await page.locator('input[type=range]').inputValue()).toBe(String(at));
    const { items } = await must<{ items: { type: string; revision: number }[] }>(
      office.as('auditor').get(`/api/v1/dossiers/${replaced.id}/events?limit=200`),
    );
    expect(items.find(({ revision }) => revision === at)?.type).toBe('DocumentAttached');
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('draws the same sample for the same seed, which the page prints and the address keeps', async () => {
    const { page, context } = await office.desk('auditor');
    await page.goto('/sang-loc?cauHoi=sample');
    await page.waitForURL(/hatGiong=[0-9a-f]{12}/);
    await settled(page);
    const seed = new URL(page.url()).searchParams.get('hatGiong') ?? '';
    expect(await page.locator('.screening-seed').innerText()).toBe(seed);
    const first = await titles(page);
    expect(first.length).toBeGreaterThan(1);
    const other = await office.desk('auditor');
    await other.page.goto(page.url());
    await settled(other.page);
    expect(await titles(other.page)).toEqual(first);
    await other.context.close();
    await context.close();
  }, 180_000);

  it('every number of the figures leads to a list with as many rows', async () => {
    const { page, context } = await office.desk('auditor');
    await page.goto('/thong-ke');
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    const links = await page
      .locator('.figure-cards a.figure-list')
      .evaluateAll((all) => all.map((link) => [link.textContent ?? '', link.getAttribute('href') ?? ''] as const));
    expect(links.length).toBeGreaterThan(4);
    for (const [text, href] of links) {
      const said = Number(/\d+/.exec(text.replaceAll('.', ''))?.[0]);
      await page.goto(href);
      await settled(page);
      expect([href, await rows(page).count()]).toEqual([href, said]);
    }
    await context.close();
  }, 180_000);

  it('tells of each figure how it is made, as bars and as a table, and hands it out for spreadsheets', async () => {
    const { page, context } = await office.desk('auditor');
    await page.goto('/thong-ke');
    await settled(page);
    const figure = page.locator('.figure').filter({ hasText: 'Đúng hạn theo thời hạn của từng bước' });
    await figure.getByText('Cách tính, những gì không tính').click();
    await figure.getByText(/chia cho số lượt/).waitFor();
    await figure.getByRole('button', { name: /Xem dạng bảng/ }).click();
    await figure.getByRole('columnheader', { name: 'Mẫu số' }).waitFor();
    for (const [name, magic] of [
      ['CSV', '\uFEFF"Số liệu đến'],
      ['XLSX', 'PK'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      const stream = await download.createReadStream();
      const bytes = Buffer.concat(await stream.toArray());
      expect(bytes.toString('utf8').startsWith(magic)).toBe(true);
    }
    await context.close();
  }, 180_000);

  it('sees who opened a dossier, by name and position, and nobody else does', async () => {
    await must(office.as('secretary').get(replaced.path));
    const auditor = await office.desk('auditor');
    await auditor.page.goto(`/ho-so/${replaced.id}`);
    await settled(auditor.page);
    const panel = auditor.page.locator('#ai-da-mo');
    await panel
      .getByText(/Hồ sơ, \d+ lần trong giờ ấy/)
      .first()
      .waitFor();
    const { items } = await must<{ items: { by: { name: string } }[] }>(
      office.as('auditor').get(`/api/v1/dossiers/${replaced.id}/openings`),
    );
    const words = await panel.innerText();
    for (const { by } of items.slice(0, 5)) expect(words).toContain(by.name);
    expect(await axeFaults(auditor.page)).toEqual([]);
    await auditor.context.close();
    const officer = await office.desk('officer');
    await officer.page.goto(`/ho-so/${replaced.id}`);
    await settled(officer.page);
    expect(await officer.page.locator('#ai-da-mo').count()).toBe(0);
    await officer.context.close();
  }, 180_000);

  it('goes to a fact by its number, along time with its gaps, and from milestone to milestone', async () => {
    const { page, context, watched } = await office.desk('auditor');
    await page.goto(`/ho-so/${replaced.id}/phat-lai?at=1`);
    await settled(page);
    await page.keyboard.press('Control+G');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=3/);
    await page.getByText('giờ', { exact: true }).click();
    await page.waitForURL(/truc=gio/);
    const slider = page.locator('input[type=range]');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/at=4/);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Sự kiện 4 trên/);
    // The row of the log moves along.
    expect(await page.locator('.replay-log tr[aria-current]').innerText()).toContain('№ 4');
    await page.keyboard.press('Home');
    await page.waitForURL(/at=0/);
    await page.keyboard.press('PageDown');
    await eventually('the first milestone', async () => !/at=0/.test(page.url()));
    expect(await axeFaults(page)).toEqual([]);
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('the bell opens its messages by keyboard, marks them read, counts in the title, and gives the focus back', async () => {
    const { page, context, watched } = await office.desk('officer');
    await settled(page);
    await eventually('the count in the title', async () => /^\(\d+\+?\) /.test(await page.title()));
    const bell = page.locator('.vd-top .vd-bell > button');
    await bell.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Thông báo' });
    await panel.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await focusOf(page)).toMatch(/^H2 /);
    expect(await axeFaults(page)).toEqual([]);
    // Letters, as Telex writes them, do nothing here.
    const before = await panel.locator('.vd-message').count();
    await page.keyboard.type('eewwsfrxj123');
    expect(await panel.locator('.vd-message').count()).toBe(before);
    const unread = await panel.locator('.vd-message-new').count();
    expect(unread).toBeGreaterThan(0);
    await panel
      .locator('.vd-message-new')
      .first()
      .getByRole('button', { name: /^Đã đọc/ })
      .click();
    await eventually('one message less', async () => (await panel.locator('.vd-message-new').count()) === unread - 1);
    // The button that was pressed is gone; the focus stayed in the panel.
    expect(await focusOf(page)).toMatch(/^H2 /);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await bell.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('the page of messages shows one group, and marks all of that group as read, or all there are', async () => {
    const { page, context, watched } = await office.desk('officer');
    await page.goto('/thong-bao');
    await settled(page);
    const unread = page.locator('.vd-message-new');
    const group = (name: string) => page.getByRole('group').getByRole('button', { name, exact: true });
    const markAll = page.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' });
    const inAll = await unread.count();
    await group('Cần làm').click();
    await settled(page);
    const inTodo = await unread.count();
    expect(inTodo).toBeGreaterThan(0);
    expect(inTodo).toBeLessThan(inAll);
    await markAll.click();
    await eventually('what was to be done is read', async () => (await unread.count()) === 0);
    await group('Tất cả').click();
    await eventually('the rest is not', async () => (await unread.count()) === inAll - inTodo);
    await markAll.click();
    await eventually('all is read', async () => (await unread.count()) === 0);
    await eventually('no count in the title', async () => !(await page.title()).startsWith('('));
    expect(await axeFaults(page)).toEqual([]);
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('? shows the keys, / leads to the search, and neither does while somebody types', async () => {
    const { page, context } = await office.desk('officer');
    await settled(page);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Phím tắt' });
    await dialog.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    expect(await focusOf(page)).toMatch(/^INPUT tim/);
    await page.keyboard.type('a/b?');
    expect(await page.locator('#tim').inputValue()).toBe('a/b?');
    expect(await dialog.count()).toBe(0);
    await context.close();
  }, 180_000);

  it('Alt with an arrow goes on to the next dossier of the list one came from', async () => {
    const { page, context } = await office.desk('auditor');
    await page.goto('/ho-so');
    await settled(page);
    const names = page.locator('main .vd-table-name');
    const [first, second] = await names.allInnerTexts();
    await names.first().click();
    await page.getByRole('heading', { level: 1, name: first ?? '', exact: true }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('heading', { level: 1, name: second ?? '', exact: true }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('heading', { level: 1, name: first ?? '', exact: true }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Đây là hồ sơ đầu của danh sách.').waitFor();
    await context.close();
  }, 180_000);

  it('the public list of notices needs nobody to sign in and has no fault that axe finds, at the desk and on a phone', async () => {
    for (const size of [
      { width: 1366, height: 768 },
      { width: 320, height: 640 },
    ]) {
      const { page, context, watched } = await office.open(size);
      await page.goto('/public/notices');
      await page.locator('h1').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(watched).toEqual({ errors: [], strangers: [] });
      await context.close();
    }
  }, 180_000);
});
