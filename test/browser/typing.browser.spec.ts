import { eventually } from '#libs/platform/testing';
import { type TestDatabase } from '#libs/platform/testing';
import { createOfficeDatabase } from '../support/office-database.js';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { describeInBrowser } from './support/chromium.js';
import { focusOf, settled } from './support/on-page.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

const nfd = (text: string): string => text.normalize('NFD');

describeInBrowser('writing and finding Vietnamese', () => {
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

  it('V1 composed by the keyboard, written over as UniKey does or pasted apart, it is stored composed and presses nothing', async () => {
    const { id } = await officeWay(desksOf(office), 'received', { title: 'Gõ tiếng Việt' });
    const { page, context } = await office.desk('officer');
    await page.goto(`/ho-so/${id}/viec/return`);
    await settled(page);
    const { keyboard } = page;
    const reason = page.getByLabel('Lý do');
    await reason.focus();
    // The way of ibus and of Windows: a word is under composition until it is committed.
    const wire = await context.newCDPSession(page);
    for (const text of ['h', 'hô', 'hồ'])
      await wire.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await wire.send('Input.insertText', { text: 'hồ ' });
    // The way of UniKey and EVKey: Backspace, and the letter that is meant.
    await keyboard.type('so');
    await keyboard.press('Backspace');
    await keyboard.insertText('ơ');
    await keyboard.type(' kho');
    await keyboard.press('Backspace');
    await keyboard.insertText('ô');
    await keyboard.type('ng');
    // What other programs keep apart: letter and marks one by one.
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: office.url });
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(nfd(' đúng thẩm quyền'))})`);
    await keyboard.press('Control+V');
    // Every letter and digit that Telex and VNI write with, and what leads elsewhere outside of a field.
    await keyboard.type(' sfrxjzwdaeo 0123456789 / ? [ ]');
    expect(await focusOf(page)).toMatch(/^TEXTAREA /);
    expect(new URL(page.url()).pathname).toBe(`/ho-so/${id}/viec/return`);
    expect(await page.getByRole('dialog').count()).toBe(0);
    const typed = 'hồ sơ không đúng thẩm quyền sfrxjzwdaeo 0123456789 / ? [ ]';
    expect((await reason.inputValue()).normalize('NFC')).toBe(typed);
    await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
    await page.getByRole('button', { name: 'Trả lại hồ sơ' }).click();
    await page.waitForURL(`**/ho-so/${id}`);
    const { items } = await must<{ items: { type: string; data: { reason?: string } }[] }>(
      office.as('auditor').get(`/api/v1/dossiers/${id}/events?limit=100`),
    );
    expect(items.find(({ type }) => type === 'DossierReturned')?.data.reason).toBe(typed);
    await context.close();
  }, 180_000);

  it('V1 beside every field the same keys do nothing at all', async () => {
    const { page, context } = await office.desk('officer');
    await page.goto('/viec');
    await settled(page);
    const before = { url: page.url(), focus: await focusOf(page), text: await page.locator('main').innerText() };
    for (const key of [
      's',
      'f',
      'r',
      'x',
      'j',
      'z',
      'w',
      'd',
      'a',
      'e',
      'o',
      ...Array.from({ length: 10 }, (_, digit) => String(digit)),
      'Backspace',
      'Delete',
    ])
      await page.keyboard.press(key);
    await page.keyboard.insertText('ế');
    expect({ url: page.url(), focus: await focusOf(page), text: await page.locator('main').innerText() }).toEqual(
      before,
    );
    expect(await page.getByRole('dialog').count()).toBe(0);
    await context.close();
  }, 180_000);

  it('V1 a dossier that is drafted with words kept apart has them composed', async () => {
    const { page, context } = await office.desk('submitter');
    await page.goto('/ho-so/moi');
    await settled(page);
    await page.getByLabel('Hình thức khen thưởng').fill('bang khen cua chu tich ubnd');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Công trạng' }).check();
    await page.getByLabel('Tên hồ sơ').fill(nfd('Thuỷ lợi Hoà Bình, đợt 2'));
    await page.getByLabel('Nơi nhận').fill('uy ban nhan dan tinh');
    await page.keyboard.press('Enter');
    await page.getByLabel('Cụm, khối thi đua').fill(nfd('Khối thi đua số 3'));
    await page.getByRole('button', { name: 'Soạn hồ sơ' }).click();
    await page.waitForURL(/[0-9a-f-]{36}$/);
    const drafted = await must<{ title: string; cluster: string }>(
      office.as('submitter').get(`/api/v1/dossiers/${page.url().slice(-36)}`),
    );
    expect([drafted.title, drafted.cluster]).toEqual(['Thuỷ lợi Hoà Bình, đợt 2', 'Khối thi đua số 3']);
    await context.close();
  }, 180_000);

  it('V2 a dossier is found with its accents, without them, in the old and the new spelling', async () => {
    await officeWay(desksOf(office), 'drafted', { title: 'Đắp đê sông Hòa Khánh' });
    const { page, context } = await office.desk('submitter');
    for (const words of ['dap de song', 'đắp đê', 'ĐẮP ĐÊ', 'hoa khanh', 'hòa khánh', 'hoà khánh', nfd('hoà khánh')]) {
      await page.keyboard.press('Control+K');
      await page.keyboard.insertText(words);
      await page.keyboard.press('Enter');
      await page.getByText(`Kết quả cho “${words.normalize('NFC')}”`).waitFor();
      await settled(page);
      expect([words, await page.locator('.vd-table-name').allInnerTexts()]).toEqual([words, ['Đắp đê sông Hòa Khánh']]);
    }
    await context.close();
  }, 180_000);

  it('V2 people stand in the order of their given names', async () => {
    const { page, context } = await office.desk('section_head');
    await page.goto('/ban-giao/moi');
    await settled(page);
    const options = page.getByLabel('Người nhận').locator('option');
    await eventually('there are people to take it', async () => (await options.count()) > 4, 30_000);
    const names = (await options.allInnerTexts()).slice(1);
    const given = names.map((name) => name.replace(/ \(.*/, '').split(' ').at(-1) ?? '');
    // By the whole name, Hoàng Thị Thu would stand before Phạm Quốc Bảo.
    expect(given).toEqual(['Bảo', 'Hoài', 'Khải', 'Lan', 'Thành', 'Thu'].filter((each) => given.includes(each)));
    await context.close();
  }, 180_000);
});
