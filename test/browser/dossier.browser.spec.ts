import { writeXlsx } from 'hucre';
import { type TestDatabase } from '#libs/platform/testing';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { settled } from './support/on-page.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';
import { createOfficeDatabase } from '../support/office-database.js';

describeInBrowser('the page of a dossier', () => {
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

  it('receives a dossier by keyboard alone, once, however often the button is pressed', async () => {
    const { id } = await officeWay(desksOf(office), 'submitted');
    const { page, context, watched } = await office.desk('officer');
    await page.goto(`/ho-so/${id}`);
    await settled(page);
    await page.getByRole('link', { name: 'Tiếp nhận hồ sơ' }).focus();
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: 'Tiếp nhận hồ sơ' });
    await button.focus();
    await page.keyboard.press('Enter');
    // Nothing is asked for, so it is shown once more before it is recorded.
    if (page.url().includes('/viec/')) await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/ho-so/${id}$`));
    await page.getByText('Bước 3/').waitFor();
    const { items } = await must<{ items: { type: string }[] }>(
      office.as('officer').get(`/api/v1/dossiers/${id}/events?limit=100`),
    );
    expect(items.filter(({ type }) => type === 'DossierReceived')).toHaveLength(1);
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('X3 keeps what was typed when somebody else was faster, and sends it on the new state', async () => {
    const { id, path } = await officeWay(desksOf(office), 'received');
    const { page, context } = await office.desk('officer');
    // This page hears of nothing: it rests on what it read.
    await page.route('**/api/v1/live', (route) => route.abort());
    await page.goto(`/ho-so/${id}/viec/return`);
    await settled(page);
    const reason = 'Không thuộc thẩm quyền của tỉnh, đề nghị gửi bộ quản lý ngành';
    await page.getByLabel('Lý do').fill(reason);
    await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
    // Meanwhile, elsewhere.
    const now = await must<{ revision: number }>(office.as('officer').get(path));
    await must(office.as('officer').post(`${path}/claim`, {}));
    await page.getByRole('button', { name: 'Trả lại hồ sơ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain(reason);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Làm lại trên bản mới' }).click();
    await page.waitForURL(new RegExp(`/ho-so/${id}$`));
    const then = await must<{ revision: number; step: string }>(office.as('officer').get(path));
    expect(then.step).toBe('rework');
    expect(then.revision).toBeGreaterThan(now.revision + 1);
    await context.close();
  }, 180_000);

  it('says of what is refused why, by which rule and where that stands', async () => {
    const { id } = await officeWay(desksOf(office), 'submitted', { documents: ['TT', 'DS'] });
    const { page, context } = await office.desk('officer');
    await page.goto(`/ho-so/${id}`);
    await settled(page);
    await page.getByRole('button', { name: /việc chưa làm được/ }).click();
    const refused = page.locator('.dossier-refused > li', { hasText: 'Tiếp nhận hồ sơ' });
    const ground = refused.locator('details p');
    expect(await ground.isVisible()).toBe(false);
    await refused.locator('summary', { hasText: 'Căn cứ' }).click();
    expect(await ground.innerText()).toMatch(/^R\d+: \S/);
    const every = await page.locator('.dossier-refused details p').allInnerTexts();
    expect(every).toEqual([...new Set(every)]);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  }, 180_000);

  it('takes a list from Excel, and says of a faulty one which line is wrong and adds nothing', async () => {
    const { id, path } = await officeWay(desksOf(office), 'drafted');
    const { page, context, watched } = await office.desk('submitter');
    await page.goto(`/ho-so/${id}/doi-tuong`);
    await settled(page);
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    const HEAD = ['loại', 'họ và tên', 'giới tính', 'đối tượng', 'đơn vị', 'cluster', 'ngày sinh'];
    await choose(
      'danh-sach.csv',
      Buffer.from(
        [HEAD, ['cá nhân', 'Lò Thị Mẫu', 'nữ', 'trực tiếp', 'Trạm bơm số 2', '', '31/02/1980']]
          .map((row) => row.join(','))
          .join('\n'),
      ),
    );
    const preview = page.locator('.nominees-preview');
    expect(await preview.innerText()).toMatch(/Dòng 2: \S/);
    await preview.getByRole('button', { name: /^Lấy/ }).click({ force: true });
    expect(await page.getByText('Chưa nhập đối tượng nào.').isVisible()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);

    const rows = [
      HEAD,
      ['cá nhân', 'Lò Thị Mẫu', 'nữ', 'trực tiếp', 'Trạm bơm số 2', '', '28/02/1980'],
      ['tập thể', 'Tổ Bơm', '', '', 'Trạm bơm số 2', '', ''],
    ];
    await choose('danh-sach.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Danh sách', rows }] })));
    await preview.getByText('2 dòng').waitFor();
    await preview.getByRole('button', { name: 'Lấy 2 đối tượng' }).click();
    await page.getByRole('button', { name: 'Thêm 2 đối tượng vào hồ sơ' }).click();
    await page.waitForURL(new RegExp(`/ho-so/${id}$`));
    const { counts } = await must<{ counts: { total: number } }>(office.as('submitter').get(path));
    expect(counts.total).toBe(2);
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);
});
