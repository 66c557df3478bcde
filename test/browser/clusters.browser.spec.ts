import { type TestDatabase } from '#libs/platform/testing';
import { createOfficeDatabase } from '../support/office-database.js';
import { axeFaults } from './support/axe.js';
import { formBlock } from './support/block.js';
import { describeInBrowser } from './support/chromium.js';
import { Keys } from './support/keys.js';
import { settled } from './support/on-page.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

const UNIT = 'Thanh tra tỉnh';

describeInBrowser('clusters and blocks, kept by an operator', () => {
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

  it('a block is formed, gets a unit and somebody in charge, by keyboard alone', async () => {
    const { page, context, watched } = await office.desk('operator');
    await page.goto('/quan-tri/cum-khoi');
    await page.getByText('Chưa thành lập cụm, khối nào.').waitFor();
    await settled(page);
    const keys = new Keys(page);
    await keys.use(/^BUTTON Thành lập cụm, khối/);
    // The form is longer than the screen: its ends stay in sight.
    await keys.to(/^BUTTON Đóng/, 'Shift+Tab');
    await keys.to(/^BUTTON Thành lập$/, 'Shift+Tab');
    await keys.fill(/^INPUT Tên tiếng Việt/, 'Khối thi đua các cơ quan thanh tra');
    await keys.select(/^SELECT Loại/, /^Khối/);
    await keys.select(/^SELECT Cấp/, /^cấp tỉnh/);
    await keys.pick(/^INPUT Cơ quan tổ chức/, 'uy ban', 'Ủy ban nhân dân tỉnh');
    await keys.fill(/^INPUT Tiêu chí/, 'Cơ quan tham mưu cấp tỉnh');
    await keys.fill(/^INPUT Số đơn vị ít nhất/, '2');
    await keys.fill(/^INPUT Từ ngày/, '01/07/2026');
    await keys.fill(/^TEXTAREA Lý do/, 'Chia lại khối thi đua');
    await keys.use(/^BUTTON Thành lập$/);
    const link = page.getByRole('link', { name: 'Khối thi đua các cơ quan thanh tra' });
    await link.waitFor();
    await page.getByText('chưa đủ số đơn vị').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await keys.use(/^A Khối thi đua các cơ quan thanh tra/);
    await page.getByText('Chưa có đơn vị nào.').waitFor();
    await settled(page);

    await keys.use(/^BUTTON Đưa đơn vị vào/);
    await keys.pick(/^INPUT Đơn vị/, 'thanh tra', UNIT);
    await keys.fill(/^INPUT Từ ngày/, '01/07/2026');
    expect(await axeFaults(page)).toEqual([]);
    await keys.use(/^BUTTON Đưa vào$/);
    await page.getByRole('row', { name: UNIT }).waitFor();
    await page.getByText('chưa đủ 2 đơn vị').waitFor();

    await keys.use(/^BUTTON Phân công phụ trách/);
    await keys.pick(/^INPUT Ủy viên Hội đồng/, 'hoai', 'Tô Thị Hoài');
    await keys.fill(/^INPUT Từ ngày/, '01/07/2026');
    await keys.use(/^BUTTON Phân công$/);
    await page.getByText('ủy viên Hội đồng phụ trách').waitFor();
    await page.getByText('Tô Thị Hoài').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(keys.wrong).toEqual([]);
    expect(watched.errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('a unit is told by its name, and the block, where it competes already; out of it, it may go elsewhere', async () => {
    const { page, context } = await office.desk('operator');
    await formBlock(office, 'khoi-noi-chinh', 'Khối nội chính');
    await page.goto('/quan-tri/cum-khoi/khoi-noi-chinh');
    await page.getByRole('button', { name: 'Đưa đơn vị vào' }).click();
    const dialog = page.getByRole('dialog');
    const keys = new Keys(page);
    await keys.pick(/^INPUT Đơn vị/, 'thanh tra', UNIT);
    await dialog.getByRole('button', { name: 'Đưa vào' }).click();
    await dialog
      .getByText(`Đơn vị ${UNIT} đã thuộc cụm, khối Khối thi đua các cơ quan thanh tra cùng cấp trong thời gian này.`)
      .waitFor();
    await page.keyboard.press('Escape');

    await page.goto('/quan-tri/cum-khoi');
    await page.getByRole('link', { name: 'Khối thi đua các cơ quan thanh tra' }).click();
    await page.getByRole('button', { name: `Đưa ra ${UNIT}` }).click();
    await dialog.getByLabel('Lý do').fill('Chuyển khối');
    await dialog.getByRole('button', { name: 'Đưa ra', exact: true }).click();
    await page.getByText('Chưa có đơn vị nào.').waitFor();
    await page.getByRole('button', { name: 'Thôi phụ trách' }).click();
    await dialog.getByRole('button', { name: 'Ghi thôi phụ trách' }).click();
    await page.getByText('chưa có người phụ trách').waitFor();
    await page.getByRole('button', { name: 'Giải thể' }).click();
    await dialog.getByLabel('Lý do').fill('Không còn đơn vị');
    await dialog.getByRole('button', { name: 'Giải thể' }).click();
    await page.getByText('Không còn hoạt động').waitFor();
    expect(await page.getByRole('button', { name: 'Đưa đơn vị vào' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Cụm, khối thi đua' }).click();
    await page.getByRole('link', { name: 'Khối nội chính' }).waitFor();
    expect(await page.getByText('cơ quan thanh tra').count()).toBe(0);
    await context.close();
  }, 180_000);
});
