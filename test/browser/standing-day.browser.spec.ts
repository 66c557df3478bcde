import { instantAt } from '#libs/domain/kernel';
import { eventually, type TestDatabase } from '#libs/platform/testing';
import { createOfficeDatabase } from '../support/office-database.js';
import { must } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { ariaBeside } from './support/aria-file.js';
import { describeInBrowser } from './support/chromium.js';
import { wholeMatrix } from '../support/whole-matrix.js';
import { focusOf, pathFor, rested, settled } from './support/on-page.js';
import { roles, routes } from './support/pages.js';
import { StandingClock } from './support/standing-clock.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

/** Half past eleven in the evening of a Monday in the office: already the same day in UTC, and still morning in California. */
const EVENING = '2026-10-05T16:30:00.000Z';

/** What a page says of this very reading: the mark of its answer, how often it was opened, when it was last asked for. */
const OF_ITS_OWN = / · [0-9a-f]{8}$|\d+ lần trong giờ ấy|gần nhất\s+[\d:]+/gm;

/** The rungs of the office's ladder that concern whoever has the work, with the moments at which they ring (no holiday is near). */
function ladderOf(due: string): readonly (readonly [rung: string, moment: string])[] {
  const at = (offset: number, time: string): string => {
    const day = new Date(`${due.slice(0, 10)}T00:00:00Z`);
    for (let left = Math.abs(offset); left > 0;) {
      day.setUTCDate(day.getUTCDate() + Math.sign(offset));
      if (day.getUTCDay() % 6 !== 0) left -= 1;
    }
    return instantAt(day.toISOString().slice(0, 10), time);
  };
  return [
    ['T-5', at(-5, '08:00')],
    ['T-2', at(-2, '08:00')],
    ['T-0', at(0, '08:00')],
    ['T-0 again', at(0, '14:00')],
    ['+1', at(1, '08:00')],
    ['+3', at(3, '08:00')],
  ];
}

describeInBrowser('pages on a day that stands still', () => {
  let database: TestDatabase;
  let office: WebOffice;
  const clock = new StandingClock(EVENING);
  let received: WayfarerDossier;
  let atCouncil: WayfarerDossier;

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url, clock, env: { VINHDANH_SWEEP_SECONDS: '1' } });
    received = await officeWay(desksOf(office), 'received', { title: 'Đã tiếp nhận buổi tối', collectives: 1 });
    atCouncil = await officeWay(desksOf(office), 'appraised', { title: 'Chờ Hội đồng buổi tối' });
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  it('a reader of screens is told of worklist, dossier, replay and count what was agreed', async () => {
    for (const [name, role, path] of [
      ['worklist', 'officer', '/viec'],
      ['dossier', 'officer', `/ho-so/${received.id}`],
      ['replay', 'officer', `/ho-so/${received.id}/phat-lai?at=3`],
      ['council', 'secretary', `/ho-so/${atCouncil.id}/kiem-phieu`],
    ] as const) {
      const { page, context } = await office.desk(role, { now: EVENING });
      await page.goto(path);
      await rested(page);
      const { now, kept } = await ariaBeside(page, name);
      expect(now).toBe(kept);
      await context.close();
    }
  }, 180_000);

  it(
    'says the same days and hours wherever the browser stands, as the clock of the office has them',
    async () => {
      const own = ['/viec', `/ho-so/${received.id}`, `/ho-so/${received.id}/phat-lai`, '/lich'];
      const read = async (timezoneId: string) => {
        const texts: string[] = [];
        for (const role of wholeMatrix ? roles : (['officer'] as const)) {
          const { page, context } = await office.desk(role, { now: EVENING, timezoneId });
          const theirs = routes.filter((route) => route.roles.includes(role));
          const paths = wholeMatrix ? await Promise.all(theirs.map((route) => pathFor(office, route, role))) : [];
          for (const path of role === 'officer' ? [...own, ...paths] : paths) {
            await page.goto(path);
            await rested(page);
            texts.push((await page.locator('main').innerText()).replace(OF_ITS_OWN, '…'));
          }
          await context.close();
        }
        return texts;
      };
      const here = await read('Asia/Ho_Chi_Minh');
      expect(here.join('\n')).toContain('Hôm nay, thứ Hai 05/10');
      expect(await read('America/Los_Angeles')).toEqual(here);
      expect(await read('UTC')).toEqual(here);
    },
    wholeMatrix ? 1_800_000 : 180_000,
  );

  it('the focus goes to what is lacking, into a dialog, and back to who opened it', async () => {
    const { page, context } = await office.desk('officer', { now: EVENING });
    await page.goto(`/ho-so/${received.id}/viec/return`);
    await settled(page);
    await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
    await page.locator('.vd-errors:focus').waitFor();
    await page.getByRole('link', { name: /Lý do/ }).press('Enter');
    expect(await focusOf(page)).toMatch(/^TEXTAREA /);

    await page.keyboard.type('Không thuộc thẩm quyền');
    await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
    const send = page.getByRole('button', { name: 'Trả lại hồ sơ' });
    await page.route('**/return', (route) =>
      route.fulfill({ status: 412, contentType: 'application/problem+json', body: '{"code":"REVISION_STALE"}' }),
    );
    await send.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const focused = () =>
      page.evaluate<string>(
        "document.activeElement.closest('dialog, [role=dialog]') ? 'dialog' : document.activeElement.tagName",
      );
    await eventually('the dialog has the focus', async () => (await focused()) === 'dialog');
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      // After the last button comes the browser's own bar, which a page sees as its body; nothing beneath the dialog ever.
      expect(['dialog', 'BODY']).toContain(await focused());
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await eventually('whoever opened it has the focus', async () => (await focusOf(page)).startsWith('BUTTON Trả lại'));
    await context.close();
  }, 180_000);

  it('the page says in which language it is, and what stays Vietnamese says so', async () => {
    const { page, context } = await office.desk('auditor', { now: EVENING });
    await page.goto(`/ho-so/${received.id}`);
    await settled(page);
    expect(await page.evaluate('document.documentElement.lang')).toBe('vi');
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByRole('heading', { name: 'Log', exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.locator('h1').getAttribute('lang')).toBe('vi');
    expect(await page.locator('[lang=vi]', { hasText: /^Người Được Đề Nghị 1$/ }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /Tiếng Việt/ }).click();
    await page.getByRole('heading', { name: 'Nhật ký', exact: true }).waitFor();
    await context.close();
  }, 180_000);

  it('N1 the list of messages has every rung of the ladder that rang, once, and nothing else', async () => {
    interface Message {
      readonly kind: string;
      readonly dossierId: string | null;
      readonly at: string;
      readonly deadlineId?: string;
      readonly rung?: string;
    }
    const { deadlines } = await must<{ deadlines: readonly { deadlineId: string; clock: string; dueAt: string }[] }>(
      office.as('officer').get(received.path),
    );
    const { deadlineId = '', dueAt = '' } = deadlines.find(({ clock }) => clock === 'appraise') ?? {};
    const about = async (): Promise<readonly Message[]> => {
      const { items } = await must<{ items: readonly Message[] }>(
        office.as('officer').get('/api/v1/notifications?limit=100'),
      );
      return items.filter(({ dossierId }) => dossierId === received.id);
    };
    const heard = async () =>
      (await about())
        .filter((each) => each.kind === 'reminder' && each.deadlineId === deadlineId)
        .map(({ rung }) => rung);
    const expected: string[] = [];
    // The first rungs; that the others ring so too is shown by the suites of reminders, and by the whole matrix.
    for (const [rung, moment] of ladderOf(dueAt).slice(0, wholeMatrix ? undefined : 2)) {
      clock.travelTo(moment);
      expected.unshift(rung);
      await eventually(`${rung} has rung`, async () => (await heard()).includes(rung), 60_000);
    }
    expect(await heard()).toEqual(expected);
    const { page, context } = await office.desk('officer');
    await page.goto('/thong-bao');
    await settled(page);
    const lines = page.locator('.vd-message', { has: page.locator(`a[href="/ho-so/${received.id}"]`) });
    const times = await lines.locator('time').all();
    const shown = await Promise.all(times.map((each) => each.getAttribute('datetime')));
    expect(shown).toEqual((await about()).map(({ at }) => at));
    await context.close();
  }, 180_000);
});
