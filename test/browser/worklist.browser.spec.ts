import { eventually, type TestDatabase } from '#libs/platform/testing';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { describeInBrowser } from './support/chromium.js';
import { settled } from './support/on-page.js';
import { people } from './support/pages.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';
import { createOfficeDatabase } from '../support/office-database.js';

describeInBrowser('the worklist', () => {
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

  it('a button pressed twice sends one command, and the row leaves the list at once', async () => {
    const { id } = await officeWay(desksOf(office), 'submitted', { title: 'Nhận một lần' });
    const { page, context, watched } = await office.desk('officer');
    await page.goto('/viec?ds=free');
    await settled(page);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/claim'))
        sent.push(request.headers()['idempotency-key'] ?? '');
    });
    const claim = page.getByRole('button', { name: 'Nhận việc Nhận một lần' });
    await claim.waitFor();
    await claim.dblclick();
    await page.getByRole('row', { name: /Nhận một lần/ }).waitFor({ state: 'detached' });
    expect(sent).toHaveLength(1);
    const { items } = await must<{ items: { role: string; accountId: string }[] }>(
      office.as('officer').get(`/api/v1/dossiers/${id}/holders`),
    );
    expect(items).toMatchObject([{ role: 'officer', accountId: people.officer }]);
    await page.goto('/viec');
    await page.getByRole('row', { name: /Nhận một lần/ }).waitFor();
    expect(watched.errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('a counter filters, the address keeps it, and the way back takes it away again', async () => {
    const { page, context } = await office.desk('officer');
    await page.goto('/viec?ds=free');
    await settled(page);
    await page.getByRole('button', { name: /Quá hạn/ }).click();
    await page.waitForURL(/han=overdue/);
    await page.reload();
    await settled(page);
    expect(await page.getByRole('button', { name: /Quá hạn/ }).getAttribute('aria-pressed')).toBe('true');
    await page.goBack();
    await eventually('all is shown again', async () => !page.url().includes('han='));
    await context.close();
  }, 180_000);

  it('several dossiers are assigned at once, and what became of each is told', async () => {
    await officeWay(desksOf(office), 'submitted', { title: 'Giao cùng lúc một' });
    await officeWay(desksOf(office), 'submitted', { title: 'Giao cùng lúc hai' });
    const { page, context } = await office.desk('section_head');
    await page.goto('/viec?ds=free');
    await settled(page);
    await page.getByRole('checkbox', { name: 'Chọn Giao cùng lúc một' }).check();
    await page.getByRole('checkbox', { name: 'Chọn Giao cùng lúc hai' }).check();
    await page.getByLabel('Giao cho').selectOption({ label: 'Phạm Quốc Bảo (Chuyên viên thẩm định)' });
    await page.getByRole('button', { name: 'Giao việc' }).click();
    await page.getByText('Đã làm 2, không đổi 0, không làm được 0').waitFor();
    await context.close();
  }, 180_000);
});
