import { eventually, type TestDatabase } from '#libs/platform/testing';
import type { DecisionView } from '#libs/domain/decision';
import type { UnitView } from '#libs/domain/organization';
import type { Page } from 'playwright-core';
import { must } from '../support/office-client.js';
import { issueOn, officeWay, type Stage } from '../support/office-way.js';
import { createOfficeDatabase } from '../support/office-database.js';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { settled } from './support/on-page.js';
import { people, type Role } from './support/pages.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

const UNIT = '/api/v1/units/ubnd-tinh';
const SECOND_DESK = 'pos-chuyen-vien-ban-giao';

async function chooseTaker(page: Page, position: string): Promise<void> {
  const taker = page.getByLabel('Người nhận', { exact: true });
  await taker.locator('option').nth(1).waitFor({ state: 'attached' });
  const label = (await taker.locator('option').allInnerTexts()).find((each) => each.includes(position));
  await taker.selectOption({ label: label ?? '' });
}

describeInBrowser('the desk: handing over, sessions, decisions, many at once', () => {
  let database: TestDatabase;
  let office: WebOffice;

  const roleOf = (account: string): Role =>
    (Object.keys(people) as Role[]).find((role) => people[role] === account) ?? 'officer';
  const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const desks = () => ({ as: (account: string) => office.as(roleOf(account)), today });
  const way = (until: Stage, batch = {}) => officeWay(desks(), until, batch);

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url });
    // A second officer's desk, for the head of the section.
    const operator = office.as('operator');
    await must(operator.get<UnitView>(UNIT));
    const title = { vi: 'Chuyên viên thẩm định 2', en: 'Appraisal officer 2' };
    await must(
      operator.post(`${UNIT}/create-position`, {
        positionId: SECOND_DESK,
        title,
        roles: ['officer'],
        from: '2020-01-01',
      }),
    );
    await must(
      operator.post(`${UNIT}/appoint`, {
        positionId: SECOND_DESK,
        accountId: people.section_head,
        from: '2020-01-01',
      }),
    );
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  it('a leaver hands over with a note, the newcomer takes all of it, and is led through his first day', async () => {
    const { path } = await way('received', { title: 'Hồ sơ để bàn giao' });
    await must(office.as('officer').post(`${path}/claim`, {}));
    const giver = await office.desk('officer');
    await giver.page.goto('/ban-giao/moi');
    await settled(giver.page);
    await chooseTaker(giver.page, 'Chuyên viên thẩm định 2');
    await giver.page
      .getByRole('row', { name: /Hồ sơ để bàn giao/ })
      .getByRole('textbox')
      .fill('Sở Y tế hứa gửi trước 20/11');
    expect(await axeFaults(giver.page)).toEqual([]);
    await giver.page.getByRole('button', { name: 'Đề nghị bàn giao' }).click();
    await giver.page.waitForURL(/\/ban-giao$/);

    const taker = await office.desk('section_head');
    await taker.page.goto('/viec');
    await settled(taker.page);
    await taker.page.getByText(/bàn giao cho bạn \d+ hồ sơ/).waitFor();
    await taker.page.getByRole('link', { name: 'Xem và xác nhận' }).click();
    await taker.page.getByText('“Sở Y tế hứa gửi trước 20/11”').waitFor();
    await taker.page.getByRole('button', { name: /Nhận tất cả \d+ hồ sơ/ }).click();
    const dialog = taker.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await axeFaults(taker.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Nhận tất cả', exact: true }).click();
    await taker.page.getByText('Chờ bên còn lại xác nhận.').waitFor();

    await giver.page.reload();
    await settled(giver.page);
    await giver.page.locator('.vd-table-name').first().click();
    await giver.page.getByRole('button', { name: /Xác nhận giao \d+ hồ sơ/ }).click();
    await giver.page.getByRole('dialog').getByRole('button', { name: 'Xác nhận giao', exact: true }).click();
    await giver.page.getByText(/Việc đã chuyển kể từ/).waitFor();

    const { items } = await must<{ items: { role: string; accountId: string; positionId: string }[] }>(
      office.as('officer').get(`${path}/holders`),
    );
    expect(items).toMatchObject([{ role: 'officer', accountId: people.section_head, positionId: SECOND_DESK }]);
    await taker.page.goto('/viec');
    await taker.page.getByText(/Bạn nhận bàn giao \d+ hồ sơ từ/).waitFor();
    await taker.page.getByRole('link', { name: 'Bắt đầu với vị trí này' }).first().click();
    await taker.page.getByRole('heading', { level: 1, name: 'Bắt đầu với vị trí này' }).waitFor();
    await settled(taker.page);
    expect(taker.watched).toEqual({ errors: [], strangers: [] });
    expect(giver.watched).toEqual({ errors: [], strangers: [] });
    await giver.context.close();
    await taker.context.close();
  }, 180_000);

  it('work at a vacant position stands on the head’s worklist, who hands it over', async () => {
    const { path } = await way('received', { title: 'Hồ sơ ở vị trí trống' });
    await must(
      office.as('authority').post(`${path}/assign`, { accountId: people.section_head, positionId: SECOND_DESK }),
    );
    const operator = office.as('operator');
    const unit = await must(operator.get<UnitView>(UNIT));
    const held = unit.positions
      .find(({ positionId }) => positionId === SECOND_DESK)
      ?.appointments.find(({ to }) => to === undefined);
    await must(operator.post(`${UNIT}/end-appointment`, { appointmentId: held?.appointmentId, on: today() }));
    const { page, context, watched } = await office.desk('authority');
    await page.goto('/viec');
    await settled(page);
    await page.getByText(/Vị trí Chuyên viên thẩm định 2 đang trống, còn \d+ việc đang mở/).waitFor();
    await page.getByRole('link', { name: 'Bàn giao cho người khác' }).click();
    await settled(page);
    await chooseTaker(page, '(Chuyên viên thẩm định)');
    await page.getByRole('row', { name: /Hồ sơ ở vị trí trống/ }).waitFor();
    await page.getByRole('button', { name: 'Đề nghị bàn giao' }).click();
    await page.waitForURL(/\/ban-giao$/);
    await page
      .getByRole('row', { name: /bàn giao cho Phạm Quốc Bảo/ })
      .first()
      .waitFor();
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('the secretary sees what is ready and why not, what the bar means, enters the result and gets the minutes', async () => {
    const { id } = await way('appraised', { title: 'Sẵn sàng họp', individuals: 2 });
    const waiting = await way('appraised', { title: 'Chưa họp được' });
    await must(
      office.as('officer').post(`${waiting.path}/suspend`, {
        ground: 'complaint',
        reason: 'Có đơn cần xác minh',
        letter: { number: '1/CV', date: today() },
      }),
    );
    const { page, context, watched } = await office.desk('secretary');
    await page.goto('/phien-hop');
    await settled(page);
    const stopped = page.getByRole('row', { name: /Chưa họp được/ });
    await stopped.getByText('Đang dừng xử lý').waitFor();
    await page.getByLabel('Thành viên').fill('17');
    await page.getByLabel('Có mặt').fill('15');
    await page.getByText(/nhiều nhất 15 phiếu, được thiếu 6/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const ready = page.getByRole('row', { name: /Sẵn sàng họp/ });
    await ready.getByText('Sẵn sàng đưa ra họp').waitFor();
    await ready.getByRole('link', { name: /Nhập kết quả/ }).click();
    await page.waitForURL(new RegExp(`/ho-so/${id}/kiem-phieu`));
    await settled(page);
    const [year, month, day] = today().split('-');
    for (const field of ['heldOn', 'minutesDate'])
      await page.locator(`#council-${field}`).fill(`${day}/${month}/${year}`);
    await page.locator('#council-minutesNumber').fill('07/BB-HĐ');
    await page.locator('#council-members').fill('17');
    await page.locator('#council-present').fill('15');
    for (const nominee of ['N1', 'N2']) {
      await page.locator(`#council-first-${nominee}-yes`).fill('15');
      await page.locator(`#council-first-${nominee}-no`).fill('0');
    }
    await page.locator('.council-send button').click();
    await page.waitForURL(new RegExp(`/ho-so/${id}$`));
    await page.goto('/phien-hop');
    await settled(page);
    const voted = page.getByRole('row', { name: /Sẵn sàng họp/ });
    const minutes = voted.getByRole('link', { name: /PDF/ });
    await minutes.waitFor();
    const file = await office.as('secretary').get(String(await minutes.getAttribute('href')));
    expect([file.status, file.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('a decision is signed with its recipients and the sum of their prizes before the eye', async () => {
    const { decisionId } = await way('entered', { title: 'Để ký', individuals: 2, collectives: 1 });
    const told = await must<{ items: { prize: number | null }[]; prizes: { total: number } }>(
      office.as('clerk').get(`/api/v1/decisions/${decisionId}/recipients`),
    );
    expect(told.items.reduce((sum, { prize }) => sum + (prize ?? 0), 0)).toBe(told.prizes.total);
    const { page, context, watched } = await office.desk('clerk');
    await page.goto(`/trinh-ky/${decisionId}`);
    await settled(page);
    await page.getByText(/Số tiếp theo trong sổ: \d+\/QĐ-UBND/).waitFor();
    await page.getByRole('button', { name: 'Ban hành quyết định' }).click();
    await page.getByText('Chưa điền: Người ký').first().waitFor();
    await page.locator('#decision-signer').click();
    await page.locator('#decision-signer').fill('Thành');
    await page.keyboard.press('Enter');
    await page.getByLabel('Ký', { exact: true }).selectOption('KT.');
    await page.getByRole('button', { name: 'Ban hành quyết định' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const total = `${new Intl.NumberFormat('vi-VN').format(told.prizes.total)} đồng`;
    expect(await dialog.innerText()).toContain(total);
    expect(await dialog.innerText()).toMatch(/1 tập thể[\s\S]*2 cá nhân/);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ban hành quyết định' }).click();
    await page.getByRole('heading', { level: 1, name: /Quyết định số \d+\/QĐ-UBND/ }).waitFor();
    const { issue } = await must<DecisionView>(office.as('clerk').get(`/api/v1/decisions/${decisionId}`));
    expect(issue).toMatchObject({ total: told.prizes.total, signer: { capacity: 'KT.', accountId: people.authority } });
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('who was slower with a decision reads what happened, and keeps what was typed', async () => {
    const { decisionId } = await way('entered', { title: 'Hai người cùng làm' });
    const { page, context } = await office.desk('clerk');
    await page.route('**/api/v1/live', (route) => route.abort());
    await page.goto(`/trinh-ky/${decisionId}`);
    await settled(page);
    await page.getByLabel('Làm gì').selectOption({ label: 'Bỏ dự thảo quyết định' });
    const reason = 'Danh sách phải làm lại theo ý kiến của Chủ tịch';
    await page.getByLabel('Lý do').fill(reason);
    // Meanwhile, at another desk.
    await must(office.as('clerk').post(`/api/v1/decisions/${decisionId}/issue`, issueOn(today())));
    await page.getByRole('button', { name: 'Bỏ dự thảo quyết định' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ dự thảo quyết định' }).click();
    const conflict = page.getByRole('dialog').filter({ hasText: 'Quyết định vừa có thay đổi' });
    await conflict.waitFor();
    expect(await conflict.innerText()).toContain(reason);
    expect(await axeFaults(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Làm lại trên bản mới' }).click();
    await page.getByRole('alert').filter({ hasText: 'Chưa ghi được' }).waitFor();
    expect(await page.getByLabel('Lý do').inputValue()).toBe(reason);
    await context.close();
  }, 180_000);

  it('of several dossiers received at once each says what became of it; the one that lacks a paper stops no other', async () => {
    await way('submitted', { title: 'Nhận hàng loạt một' });
    await way('submitted', { title: 'Nhận hàng loạt hai' });
    await way('submitted', { title: 'Nhận hàng loạt thiếu giấy', documents: ['TT', 'DS'] });
    const { page, context, watched } = await office.desk('officer');
    await page.goto('/viec?ds=free');
    await settled(page);
    for (const which of ['một', 'hai', 'thiếu giấy'])
      await page.getByRole('checkbox', { name: `Chọn Nhận hàng loạt ${which}` }).check();
    await page.getByLabel('Làm gì').selectOption({ label: 'Tiếp nhận hồ sơ' });
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.getByText('Đã làm 2, không đổi 0, không làm được 1').waitFor();
    const refused = page
      .getByRole('region', { name: 'Kết quả từng hồ sơ' })
      .getByRole('row', { name: /thiếu giấy/ })
      .first();
    expect(await refused.innerText()).toMatch(/Không làm được[\s\S]+\S/);
    expect(await axeFaults(page)).toEqual([]);
    expect(watched.errors.filter((each) => !/status of 4\d\d/.test(each))).toEqual([]);
    await context.close();
  }, 180_000);

  it('a filter is kept under a name, through a reload, for this account', async () => {
    const { page, context } = await office.desk('officer');
    await page.goto('/viec?ds=free&xep=cho-lau');
    await settled(page);
    await page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await page.getByLabel('Tên bộ lọc').fill('Chờ lâu, chưa ai nhận');
    await page.keyboard.press('Enter');
    await page.goto('/viec');
    await settled(page);
    await page.getByRole('link', { name: 'Chờ lâu, chưa ai nhận' }).click();
    await eventually('the filter stands in the address', async () => page.url().includes('xep=cho-lau'));
    expect(page.url()).toContain('ds=free');
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  }, 180_000);
});
