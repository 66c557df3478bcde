import { eventually, type TestDatabase } from '#libs/platform/testing';
import type { Page } from 'playwright-core';
import { must } from '../support/office-client.js';
import { createOfficeDatabase } from '../support/office-database.js';
import type { SubmissionView } from '../support/submission-view.js';
import { waitingOrder } from '../support/waiting-orders.js';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { rested, settled } from './support/on-page.js';
import { people } from './support/pages.js';
import { desksOf, factsOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

const MINISTRY = 'bo-noi-vu';
const DESK = 'pos-bo-chuyen-vien';
const TITLE = 'Đề nghị tặng Huân chương Lao động hạng Ba';

describeInBrowser('letters that carry several dossiers (tờ trình)', () => {
  let database: TestDatabase;
  let office: WebOffice;

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url });
    // The level above works here too: a member of the council is its officer besides.
    const operator = office.as('operator');
    const name = { vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' };
    await must(operator.post('/api/v1/units', { unitId: MINISTRY, name, kind: 'bo', from: '2020-01-01' }));
    const title = { vi: 'Chuyên viên của Bộ', en: 'Officer of the ministry' };
    const position = { positionId: DESK, title, roles: ['officer'], from: '2020-01-01' };
    await must(operator.post(`/api/v1/units/${MINISTRY}/create-position`, position));
    const appointed = { positionId: DESK, accountId: people.council_member, from: '2020-01-01' };
    await must(operator.post(`/api/v1/units/${MINISTRY}/appoint`, appointed));
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  const orders = async (...titles: string[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const title of titles) ids.push(await waitingOrder(desksOf(office), title));
    return ids;
  };
  /** A letter that the API has drafted. */
  const drafted = async (...titles: string[]) => {
    const dossiers = await orders(...titles);
    const { id } = await must(
      office
        .as('officer')
        .post('/api/v1/submissions', { title: TITLE, to: { level: 'MP', bodyId: MINISTRY }, dossiers }),
    );
    return { id, dossiers };
  };
  const letter = (id: string) => must(office.as('authority').get<SubmissionView>(`/api/v1/submissions/${id}`));
  const chooseAct = (page: Page, label: string) => page.getByLabel('Làm gì').selectOption({ label });
  const confirm = async (page: Page, act: string) => {
    await page.getByRole('button', { name: act, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: act, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  it('an officer drafts one for three dossiers, the authority sends it, and the level above receives it', async () => {
    const ids = await orders('Trình một', 'Trình hai', 'Trình ba');
    const desk = await office.desk('officer');
    const { page } = desk;
    await page.goto('/to-trinh');
    await settled(page);
    await page.getByText('Chưa có tờ trình nào.').waitFor();
    const send = page.getByRole('button', { name: /^Soạn tờ trình cho/ });
    for (const title of ['Trình một', 'Trình hai']) await page.getByRole('checkbox', { name: `Chọn ${title}` }).check();
    await send.click();
    await page.getByText('Chưa điền: Trích yếu').first().waitFor();
    await page.getByLabel('Trích yếu').fill(TITLE);
    await page.locator('#letter-addressee').click();
    await page.locator('#letter-addressee').fill('Bộ Nội vụ');
    await page.keyboard.press('Enter');
    await page.getByText(/Đã lưu nháp lúc/).waitFor();
    // What was typed and chosen outlives a reload.
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe(TITLE);
    await page.getByRole('button', { name: 'Soạn tờ trình cho 2 hồ sơ, gửi Bộ Nội vụ' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByText('2 hồ sơ', { exact: true }).waitFor();

    await chooseAct(page, 'Thêm hồ sơ vào tờ trình');
    await page.locator('#letter-added').click();
    await page.locator('#letter-added').fill('Trình ba');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await confirm(page, 'Thêm hồ sơ vào tờ trình');
    await page.getByText('3 hồ sơ', { exact: true }).waitFor();
    // An officer prepares it; why he does not send it stands there.
    await page.getByRole('button', { name: /việc chưa làm được/ }).click();
    await page
      .getByText(/người có thẩm quyền/)
      .first()
      .waitFor();
    const path = new URL(page.url()).pathname;
    const id = path.split('/').at(-1) ?? '';

    const signer = await office.desk('authority');
    await signer.page.goto(path);
    await settled(signer.page);
    await signer.page.getByLabel('Số, ký hiệu').fill('88/TTr-UBND');
    await confirm(signer.page, 'Gửi tờ trình');
    await signer.page.getByText('Đã gửi').first().waitFor();
    // The officer's page follows by itself.
    await page.getByText('Đã gửi').first().waitFor();
    await eventually('all have gone up', async () => (await letter(id)).stage === 'sent');

    const above = await office.desk('council_member');
    await above.page.getByRole('button', { name: /đổi vị trí công tác/ }).click();
    await above.page.getByRole('menuitemradio', { name: /Chuyên viên của Bộ/ }).click();
    await above.page.getByText('Đã đổi vị trí công tác').waitFor();
    await above.page.locator('.vd-nav a', { hasText: 'Tờ trình' }).click();
    await above.page.getByRole('link', { name: TITLE }).click();
    await above.page.getByRole('button', { name: 'Tiếp nhận tờ trình', exact: true }).waitFor();
    await confirm(above.page, 'Tiếp nhận tờ trình');
    await above.page.getByText('Đã tiếp nhận').first().waitFor();
    await eventually('each is received once', async () => {
      const facts = await Promise.all(ids.map((each) => factsOf(office, each, 'DossierReceived')));
      return facts.every((times) => times === 1);
    });
    for (const one of [desk, signer, above]) {
      await rested(one.page);
      expect(await axeFaults(one.page)).toEqual([]);
      expect(one.watched).toEqual({ errors: [], strangers: [] });
      await one.context.close();
    }
  }, 240_000);

  it('a dossier says on which letter it stands, is taken off and the letter given up', async () => {
    const { id, dossiers } = await drafted('Rút ra', 'Ở lại');
    const { page, context, watched } = await office.desk('officer');
    await page.goto(`/ho-so/${dossiers[0]}`);
    await settled(page);
    await page.getByRole('link', { name: 'Xem tờ trình' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await chooseAct(page, 'Rút hồ sơ khỏi tờ trình');
    await page.getByLabel('Hồ sơ rút ra').selectOption({ label: 'Rút ra' });
    await confirm(page, 'Rút hồ sơ khỏi tờ trình');
    await page.getByText('1 hồ sơ', { exact: true }).waitFor();
    await chooseAct(page, 'Bỏ tờ trình');
    await page.getByRole('button', { name: 'Bỏ tờ trình', exact: true }).click();
    await page.getByText('Chưa điền: Lý do').first().waitFor();
    await page.getByLabel('Lý do').fill('Trình vào đợt sau');
    await confirm(page, 'Bỏ tờ trình');
    await page.getByText('Đã bỏ, lý do: Trình vào đợt sau').waitFor();
    const history = page.locator('section', { has: page.getByRole('heading', { name: 'Lịch sử tờ trình' }) });
    await history.getByText('Bỏ tờ trình; lý do: Trình vào đợt sau').waitFor();
    expect(await history.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('Bỏ tờ trình'),
      expect.stringContaining('Rút hồ sơ'),
      expect.stringContaining('Dự thảo tờ trình'),
    ]);
    expect((await letter(id)).stage).toBe('abandoned');
    expect(watched).toEqual({ errors: [], strangers: [] });
    await context.close();
  }, 180_000);

  it('who was slower reads what happened to the letter and keeps what was typed; a no names the dossier by its title', async () => {
    const { id, dossiers } = await drafted('Bị rút trước', 'Chậm một nhịp');
    const { page, context } = await office.desk('authority');
    await page.route('**/api/v1/live', (route) => route.abort());
    await page.goto(`/to-trinh/${id}`);
    await settled(page);
    await page.getByLabel('Số, ký hiệu').fill('91/TTr-UBND');
    await letterChanged(id, dossiers[0] ?? '');
    await page.getByRole('button', { name: 'Gửi tờ trình', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi tờ trình', exact: true }).click();
    const conflict = page.getByRole('dialog').filter({ hasText: 'Tờ trình vừa có thay đổi' });
    await conflict.waitFor();
    expect(await conflict.innerText()).toContain('91/TTr-UBND');
    // Who did it, and what: by name, since both work in one body.
    expect(await conflict.innerText()).toMatch(/Phạm Quốc Bảo.*Rút hồ sơ “Bị rút trước” khỏi tờ trình/s);
    expect(await axeFaults(page)).toEqual([]);
    await must(office.as('submitter').get(`/api/v1/dossiers/${dossiers[1]}`));
    await must(office.as('submitter').post(`/api/v1/dossiers/${dossiers[1]}/withdraw`, { reason: 'Xin rút' }));
    await conflict.getByRole('button', { name: 'Làm lại trên bản mới' }).click();
    const no = page.getByRole('alert').filter({ hasText: 'Chưa ghi được' });
    await no.waitFor();
    expect(await no.innerText()).toContain('“Chậm một nhịp”');
    expect(await page.getByLabel('Số, ký hiệu').inputValue()).toBe('91/TTr-UBND');
    await context.close();
  }, 180_000);

  /** Meanwhile, at another desk. */
  async function letterChanged(id: string, dossierId: string): Promise<void> {
    const other = office.as('officer');
    await must(other.get(`/api/v1/submissions/${id}`));
    await must(other.post(`/api/v1/submissions/${id}/remove-dossier`, { dossierId }));
  }
});
