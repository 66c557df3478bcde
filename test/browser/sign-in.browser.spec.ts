import { eventually, type TestDatabase } from '#libs/platform/testing';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { focusOf, settled, textOf } from './support/on-page.js';
import { people } from './support/pages.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';
import { createOfficeDatabase } from '../support/office-database.js';

describeInBrowser('coming in with a browser', () => {
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

  it('whoever is not signed in is asked to, and then sees the page that he wanted', async () => {
    const desk = await office.open();
    await desk.page.goto('/thong-bao');
    await desk.page.locator('#sign-in-login').waitFor();
    expect(await axeFaults(desk.page)).toEqual([]);
    await office.signIn(desk, 'officer');
    expect(new URL(desk.page.url()).pathname).toBe('/thong-bao');
    expect(desk.watched).toEqual({ errors: [], strangers: [] });
    await desk.context.close();
  });

  it('a wrong password is refused in words, and the way back from abroad leads nowhere but here', async () => {
    const { page, context, watched } = await office.open();
    await page.goto('/dang-nhap?ve=//example.org/x');
    await page.locator('#sign-in-login').fill(people.officer);
    await page.locator('#sign-in-password').fill('không phải mật khẩu');
    await page.keyboard.press('Enter');
    await page.getByText('Tài khoản, mật khẩu hoặc mã xác thực không đúng.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('#sign-in-password').fill(office.passwordOf('officer'));
    await page.keyboard.press('Enter');
    await page.locator('.vd-frame h1').waitFor();
    expect(new URL(page.url()).origin).toBe(office.url);
    expect(watched.errors).toEqual([]);
    await context.close();
  });

  it('nothing typed is nothing sent: each field says what it lacks', async () => {
    const { page, context } = await office.open();
    await page.goto('/dang-nhap');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('link', { name: 'Ghi mật khẩu' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });

  it('signing out ends the session: the way back leads to signing in', async () => {
    const desk = await office.open();
    await desk.page.goto('/');
    await office.signIn(desk, 'clerk');
    await desk.page.getByRole('button', { name: /^Tài khoản/ }).click();
    await desk.page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await desk.page.locator('#sign-in-login').waitFor();
    await desk.page.goto('/viec');
    await desk.page.locator('#sign-in-login').waitFor();
    await desk.context.close();
  });

  it('a session that ends leaves the page as it is: who signs in again goes on with what he typed', async () => {
    const desk = await office.open();
    await desk.page.goto('/');
    await office.signIn(desk, 'officer');
    await desk.page.goto('/ho-so');
    await settled(desk.page);
    await desk.page.locator('#find-dossiers').fill('chưa gửi đi');
    await desk.context.clearCookies();
    await desk.page.getByRole('button', { name: 'Chỉ hồ sơ quá hạn' }).click();
    await desk.page.getByText('Phiên đã kết thúc').waitFor();
    expect(await axeFaults(desk.page)).toEqual([]);
    await desk.page.locator('#sign-in-login').fill(people.officer);
    await desk.page.locator('#sign-in-password').fill(office.passwordOf('officer'));
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('Phiên đã kết thúc').waitFor({ state: 'detached' });
    expect(await desk.page.locator('#find-dossiers').inputValue()).toBe('chưa gửi đi');
    expect(new URL(desk.page.url()).pathname).toBe('/ho-so');
    await desk.context.close();
  });

  it('the keyboard alone leads from signing in to an open dossier', async () => {
    const { page, context } = await office.open();
    await page.goto('/');
    await page.locator('#sign-in-login').waitFor();
    const tabTo = async (what: RegExp) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (what.test(await focusOf(page))) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Sixty times Tab does not lead to ${String(what)}: ${await focusOf(page)}`);
    };
    await tabTo(/sign-in-login/);
    await page.keyboard.type(people.auditor);
    await tabTo(/sign-in-password/);
    await page.keyboard.type(office.passwordOf('auditor'));
    await page.keyboard.press('Enter');
    // An auditor begins with the questions; the rail leads on.
    await page.locator('.vd-frame h1').waitFor();
    await tabTo(/^A Hồ sơ/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ho-so$/);
    await page.locator('.vd-table-name').first().waitFor();
    const name = await page.locator('.vd-table-name').first().innerText();
    await page.keyboard.press('Tab');
    await tabTo(new RegExp(`^A ${name.slice(0, 20).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ho-so\/[0-9a-f-]{36}/);
    // The address changes first, the page follows as soon as its code is there.
    await page.locator('h1:focus').waitFor();
    await settled(page);
    await eventually('the heading has the focus', async () => (await focusOf(page)).startsWith('H1 '));
    await context.close();
  });

  it('the language is chosen on the page, which stays as it is, and the account keeps it', async () => {
    const desk = await office.open();
    await desk.page.goto('/');
    await office.signIn(desk, 'secretary');
    await desk.page.goto('/ho-so');
    await settled(desk.page);
    await desk.page.locator('#find-dossiers').fill('giữ nguyên');
    await desk.page
      .getByRole('button', { name: /English/ })
      .first()
      .click();
    await desk.page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
    expect(await desk.page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await desk.page.locator('#find-dossiers').inputValue()).toBe('giữ nguyên');
    await desk.page.reload();
    await desk.page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
    await desk.page
      .getByRole('button', { name: /Tiếng Việt/ })
      .first()
      .click();
    await desk.page.getByRole('heading', { level: 1, name: 'Hồ sơ' }).waitFor();
    expect(await textOf(desk.page)).not.toContain('Dossiers');
    await desk.context.close();
  });
});
