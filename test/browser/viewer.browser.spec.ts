import { readFile } from 'node:fs/promises';
import { type TestDatabase } from '#libs/platform/testing';
import { createOfficeDatabase } from '../support/office-database.js';
import { openPdf } from '../support/open-pdf.js';
import { officeWay } from '../support/office-way.js';
import { describeInBrowser } from './support/chromium.js';
import { settled } from './support/on-page.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

describeInBrowser('papers in a browser that can show them', () => {
  let database: TestDatabase;
  let office: WebOffice;

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url, wholeBrowser: true });
  });
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  });

  it('are looked at on the page, from memory alone, and no rule of the policy is broken', async () => {
    const { id } = await officeWay(desksOf(office), 'received', { title: 'Xem văn bản' });
    const { page, context, watched } = await office.desk('officer');
    await page.goto(`/ho-so/${id}`);
    await settled(page);
    await page.getByRole('button', { name: /^Tờ trình ?, xem/ }).click();
    const viewer = page.locator('.vd-viewer');
    expect(await viewer.locator('iframe').first().getAttribute('src')).toMatch(/^blob:/);
    await viewer.getByRole('link', { name: /Tải xuống/ }).waitFor();
    await page.goto(`/ho-so/${id}/giay-tiep-nhan`);
    await settled(page);
    await page.getByRole('heading', { level: 1, name: /Giấy tiếp nhận/ }).waitFor();
    expect(await page.locator('.receipt').innerText()).toMatch(/Mã hồ sơ[\s\S]+Tiếp nhận lúc/);
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  });

  it('come down as a tagged PDF in Vietnamese (D1)', async () => {
    const { id } = await officeWay(desksOf(office), 'received', { title: 'Tải văn bản' });
    const { page, context } = await office.desk('officer');
    await page.goto(`/ho-so/${id}`);
    await settled(page);
    await page.getByRole('button', { name: /^Tờ trình ?, xem/ }).click();
    const link = page.locator('.vd-viewer').getByRole('link', { name: /Tải xuống/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    const pdf = await openPdf(await readFile(await download.path()));
    expect(pdf.tagged).toBe(true);
    expect(pdf.language).toMatch(/^vi/);
    // What it says is written in composed letters.
    expect(pdf.text).toContain('Tờ trình'.toUpperCase());
    expect(pdf.text).toBe(pdf.text.normalize('NFC'));
    await context.close();
  });
});
