import { type TestDatabase } from '#libs/platform/testing';
import { must } from '../support/office-client.js';
import { createOfficeDatabase } from '../support/office-database.js';
import { officeWay } from '../support/office-way.js';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { Keys } from './support/keys.js';
import { settled, textOf } from './support/on-page.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

const BODY = '/quan-tri/don-vi/ubnd-tinh';

/** Each line of the open menu is what lies uppermost where it lies. */
const MENU_SEEN = `[...document.querySelectorAll('[role=menuitem]')].every((line) => {
  const { left, top, width, height } = line.getBoundingClientRect();
  return line.contains(document.elementFromPoint(left + width / 2, top + height / 2));
})`;

/** What of the open dialog has not come to rest. */
const MOVING = `document.querySelector('.ant-modal-root').getAnimations({ subtree: true }).map(({ effect }) => effect.target.className)`;

/** What lies uppermost in the middle of the last of these. */
const uppermost = (buttons: string) => `(() => {
  const { left, top, width, height } = [...document.querySelectorAll('${buttons}')].at(-1).getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2).closest('button, .vd-toast').tagName;
})()`;

/** Brings the last button to the place where the message stands. */
const BENEATH = `(() => {
  const middle = (each) => { const { top, height } = each.getBoundingClientRect(); return top + height / 2; };
  scrollBy(0, middle([...document.querySelectorAll('.operator-act button')].at(-1)) - middle(document.querySelector('.vd-toast')));
})()`;

describeInBrowser('positions and who holds them', () => {
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

  it('a position is made and somebody appointed to it, by keyboard alone', async () => {
    const { page, context, watched } = await office.desk('operator');
    await page.goto(BODY);
    await settled(page);
    const keys = new Keys(page);
    await keys.use(/^BUTTON Lập vị trí/);
    await keys.fill(/^INPUT Chức danh tiếng Việt/, 'Chuyên viên tổng hợp');
    await keys.pick(/^INPUT Vai trò/, 'thẩm định', 'chuyên viên thẩm định');
    await keys.press('Escape');
    await keys.use(/^BUTTON Lập vị trí này/);
    const row = page.getByRole('row', { name: /Chuyên viên tổng hợp/ });
    await row.locator('.vd-status-line', { hasText: 'đang trống' }).waitFor();
    await keys.use(/^BUTTON Thao tác với Chuyên viên tổng hợp/);
    await page.getByRole('menuitem', { name: 'Bổ nhiệm' }).waitFor();
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keys.pick(/^INPUT Người được bổ nhiệm/, 'Gia Bảo', 'Lương Thị Gia Bảo');
    await keys.use(/^BUTTON Bổ nhiệm$/);
    await row.getByText('Lương Thị Gia Bảo').waitFor();

    // The message gives way to what has the focus (WCAG 2.2, 2.4.11).
    await page.getByText('Đã ghi nhận').first().waitFor();
    for (const [buttons, beneath] of [
      ['.vd-page-head button', 'scrollTo(0, 0)'],
      ['.operator-act button', BENEATH],
    ] as const) {
      await page.evaluate(beneath);
      expect(await page.evaluate(uppermost(buttons))).toBe('P');
      await page.locator(buttons).last().focus();
      expect(await page.evaluate(uppermost(buttons))).toBe('BUTTON');
    }
    expect(keys.wrong).toEqual([]);
    expect(watched.errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('who leaves a position is asked for his open work, which an operator may count', async () => {
    const { page, context, watched } = await office.desk('operator');
    const { id, path } = await officeWay(desksOf(office), 'received', { title: 'Việc để lại' });
    await must(office.as('officer').post(`${path}/claim`, {}));
    await page.goto(BODY);
    await settled(page);
    await page
      .getByRole('row', { name: /Phạm Quốc Bảo/ })
      .getByRole('button', { name: /Thao tác với/ })
      .click();
    await page.getByRole('menuitem', { name: /thôi giữ/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 việc còn mở').waitFor();
    // He reads no dossier: it is told by the first figures of its id.
    await dialog.getByText(id.slice(0, 8)).waitFor();
    expect(await textOf(page)).not.toContain('Việc để lại');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // The last row: nothing cuts its menu off.
    const row = page.getByRole('row', { name: /Lương Thị Gia Bảo/ });
    await row.getByRole('button', { name: /Thao tác với/ }).click();
    const leaves = page.getByRole('menuitem', { name: /thôi giữ/ });
    await leaves.waitFor();
    expect(await page.evaluate(MENU_SEEN)).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await leaves.click();
    await dialog.waitFor();
    // These browsers ask for no motion, as some people's systems do.
    expect(await page.evaluate(MOVING)).toEqual([]);
    await dialog.getByText('Không còn việc nào mở.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi thôi giữ' }).click();
    await row.getByText(/^Đang trống; người giữ gần nhất: Lương Thị Gia Bảo/).waitFor();
    await row.getByText('Không còn việc nào mở.').waitFor();
    expect(watched.errors).toEqual([]);
    await context.close();
  }, 180_000);
});
