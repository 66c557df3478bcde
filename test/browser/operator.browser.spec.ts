import { TravellingClock } from '#libs/service/foundation';
import { openDatabase } from '#libs/platform/postgres';
import { eventually, type TestDatabase } from '#libs/platform/testing';
import { type MailCatcher, startMailCatcher } from '../reminders/mail-catcher.js';
import { must } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { createOfficeDatabase } from '../support/office-database.js';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { countsApartFromCards } from './support/diagram.js';
import { Keys } from './support/keys.js';
import { settled, textOf } from './support/on-page.js';
import { people, type Role } from './support/pages.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

/** A Thursday before noon, under the regime that begins in October. */
const THURSDAY = '2026-11-26T02:00:00.000Z';
/** The second operator of the samples. */
const SECOND = 'acc-van-hanh-hai';
const PATIENCE_MS = 60_000;
/** The version after the one in force. */
const NEXT = 'R2026.2';

interface Due {
  readonly dossierId: string;
  readonly deadlineId: string;
  readonly dueAt: string | null;
}

interface Failed {
  readonly dossierId: string | null;
  readonly dueAt: string | null;
}

describeInBrowser('the operator’s pages', () => {
  let database: TestDatabase;
  let office: WebOffice;
  let post: MailCatcher;
  const clock = new TravellingClock();

  beforeAll(async () => {
    clock.travelTo(THURSDAY);
    database = await createOfficeDatabase();
    post = await startMailCatcher();
    office = await openWebOffice({
      databaseUrl: database.url,
      clock,
      env: { SMTP_URL: post.url, VINHDANH_SWEEP_SECONDS: '1' },
    });
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await post?.stop();
    await database?.drop();
  }, 180_000);

  const roleOf = (account: string | undefined): Role => {
    const role = (Object.keys(people) as Role[]).find((each) => people[each] === account);
    if (!role) throw new Error(`Nobody here is ${account}.`);
    return role;
  };
  const desks = () => ({
    as: (account: string | undefined) => office.as(roleOf(account)),
    today: () => new Date(Date.parse(clock.now()) + 7 * 3_600_000).toISOString().slice(0, 10),
  });
  const operator = () => office.deskOf(people.operator, { now: clock.now() });
  const received = (title: string): Promise<WayfarerDossier> => officeWay(desks(), 'received', { title });
  const deadlines = async (): Promise<readonly Due[]> =>
    (await must<{ items: Due[] }>(office.as('auditor').get('/api/v1/deadlines?limit=200'))).items;
  const dueBy = (all: readonly Due[]) =>
    new Map(all.map(({ dossierId, deadlineId, dueAt }) => [`${dossierId} ${deadlineId}`, dueAt] as const));

  it('an operator begins with what is not as it should be, and every place of the rail opens', async () => {
    const { page, context, watched } = await operator();
    await page.getByRole('heading', { level: 1, name: 'Vận hành' }).waitFor();
    for (const place of ['Quy trình', 'Lịch làm việc', 'Đơn vị', 'Tài khoản', 'Vận hành']) {
      await page.locator('.vd-nav a', { hasText: place }).first().click();
      await page.getByRole('heading', { level: 1, name: place }).waitFor();
      await settled(page);
    }
    expect(watched.errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('a rebuild shows how far it is, and lists are served meanwhile (O1)', async () => {
    await officeWay(desks(), 'submitted', { title: 'Vẫn đọc được khi dựng lại' });
    // A reader holds a table of the old model, so that the new one cannot take its place yet.
    const reader = openDatabase({ url: database.url, applicationName: 'test', max: 1, idleInTransactionTimeoutMs: 0 });
    const holding = await reader.connect();
    await holding.query('begin');
    await holding.query('select 1 from read.worklist limit 1');
    const { page, context } = await operator();
    await page.goto('/quan-tri/van-hanh');
    await settled(page);
    const keys = new Keys(page);
    await keys.use(/^BUTTON Dựng lại Việc của tôi/);
    expect(keys.wrong).toEqual([]);
    const row = page.getByRole('row', { name: /Việc của tôi/ });
    await row.getByText('Đang dựng bản mới').waitFor();
    await row.getByRole('progressbar', { name: 'Dựng lại Việc của tôi' }).waitFor();
    await row.getByText('Vẫn phục vụ bản cũ').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const officer = await office.deskOf(people.officer, { now: clock.now() });
    await officer.page.goto('/viec?ds=free');
    await officer.page.getByRole('row', { name: /Vẫn đọc được khi dựng lại/ }).waitFor();
    await officer.context.close();
    await holding.query('commit');
    holding.release();
    await reader.close();
    await row.getByText(/Đã dựng lại từ .* sự kiện và đổi sang bản mới/).waitFor();
    await row.getByText('Chạy', { exact: true }).waitFor();
    await context.close();
  }, 180_000);

  it('a health reading that fails is red, with the last known values and their age, and never green', async () => {
    const { page, context } = await operator();
    await page.goto('/quan-tri/van-hanh');
    await settled(page);
    await page.getByRole('row', { name: /Hồ sơ/ }).getByText('Chạy', { exact: true }).waitFor();
    await page.route('**/api/v1/read-models', (route) => route.abort());
    await page.getByRole('alert').getByText('Không đọc được tình trạng hệ thống.').waitFor();
    expect(await textOf(page)).toMatch(/số liệu lúc \d\d:\d\d:\d\d, cách đây \d+ giây/);
    await page.getByRole('row', { name: /Hồ sơ/ }).getByText('Chạy (lần đọc trước)').waitFor();
    expect(await page.getByRole('table', { name: 'Bảng đọc' }).locator('.vd-ink-ok').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute('**/api/v1/read-models');
    await page.getByRole('button', { name: 'Đọc lại' }).click();
    await page.getByRole('row', { name: /Hồ sơ/ }).getByText('Chạy', { exact: true }).waitFor();
    await context.close();
  }, 180_000);

  it('a notice tells how many deadlines it moves, and then moves exactly those (R50)', async () => {
    await received('Dời hạn một');
    await received('Dời hạn hai');
    await eventually('the deadlines are read', async () => (await deadlines()).length >= 2);
    const before = dueBy(await deadlines());
    const { page, context, watched } = await operator();
    await page.goto('/quan-tri/lich-lam-viec');
    await settled(page);
    const keys = new Keys(page);
    await keys.use(/^BUTTON Nhập thông báo/);
    await keys.fill(/^INPUT Văn bản \(số, ngày, nơi ban hành\)/, 'Thông báo thử nghiệm');
    await keys.fill(/^INPUT Ngày 1/, '08/12/2026');
    await keys.select(/^SELECT Là ngày/, /^Nghỉ theo quyết định khác/);
    await keys.fill(/^INPUT Tên gọi/, 'Nghỉ tránh bão');
    const record = page.getByRole('button', { name: 'Ghi thông báo' });
    expect(await record.getAttribute('aria-disabled')).toBe('true');
    await keys.use(/^BUTTON Xem trước/);
    const preview = page.getByRole('region', { name: 'Thời hạn bị dời' }).first();
    await preview.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const told = Number((await preview.locator('.vd-clock-big b').innerText()).trim());
    expect(told).toBeGreaterThanOrEqual(2);
    expect(dueBy(await deadlines())).toEqual(before);
    const ids = await preview.locator('tbody th .vd-mono').allInnerTexts();
    await keys.use(/^BUTTON Ghi thông báo/);
    await page.getByText('Đã ghi thông báo').waitFor();
    const moved = await eventually('they have moved', async () => {
      const now = dueBy(await deadlines());
      const changed = [...now].filter(([key, dueAt]) => before.get(key) !== dueAt);
      return changed.length === told && changed;
    });
    expect(moved.map(([key]) => key.slice(0, 8)).sort()).toEqual([...ids].sort());
    expect(keys.wrong).toEqual([]);
    await page.getByRole('rowheader', { name: /Thông báo thử nghiệm/ }).waitFor();
    expect(watched.errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('how many dossiers are at a step stands upon the card of that step', async () => {
    await received('Đứng trên thẻ của bước');
    const { page, context, watched } = await operator();
    const asked = page.waitForRequest(/\/diagram\.svg/);
    await page.goto('/quan-tri/quy-trinh/BK_TINH');
    await page.locator('.procedures-count').first().waitFor();
    await settled(page);
    const apart = await countsApartFromCards(page, (await asked).url());
    expect(apart.length).toBeGreaterThan(0);
    for (const pixels of apart) expect(pixels).toBeLessThan(24);
    expect(watched.errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('a draft is tried on the dossiers there are, refused to its author and published by a second person', async () => {
    await received('Sẽ đi đường khác');
    const { page, context } = await operator();
    await page.goto('/quan-tri/quy-trinh/BK_TINH');
    await settled(page);
    const keys = new Keys(page);
    await keys.use(/^BUTTON Soạn bản mới/);
    await keys.use(/^BUTTON Bắt đầu từ bản R2026\.1/);
    const text = page.locator('#draft-text');
    const document = JSON.parse(await text.inputValue()) as {
      version: string;
      start: string;
      clocks: { appraise: { limit: { value: number } } };
    };
    expect(document.version).toBe(NEXT);
    await keys.paste(/^TEXTAREA/, JSON.stringify({ ...document, start: 'nowhere' }));
    await keys.use(/^BUTTON Lưu nháp/);
    // What is wrong stands with its place.
    const fault = page.getByRole('listitem').filter({ hasText: 'start' }).filter({ hasText: 'nowhere' });
    await fault.waitFor();
    document.clocks.appraise.limit.value = 10;
    await keys.use(/^BUTTON Soạn bản mới/);
    await keys.paste(/^TEXTAREA/, JSON.stringify(document));
    await keys.use(/^BUTTON Lưu nháp/);
    await page.getByText('Không có lỗi').waitFor();
    const publish = page.getByRole('button', { name: 'Công bố' });
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    await keys.use(/^BUTTON Chạy thử trên hồ sơ đã có/);
    await page.getByText(/Đã xem \d+ hồ sơ: \d+ hồ sơ khác kết quả, [1-9]\d* hồ sơ khác thời hạn/).waitFor();
    await page.getByRole('table', { name: 'Hồ sơ đi đường khác' }).waitFor();
    await page
      .getByText(/Người soạn \(Bùi Đức Long\) không tự công bố/)
      .first()
      .waitFor();
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    await context.close();

    const second = await office.deskOf(SECOND, { now: clock.now() });
    await second.page.goto('/quan-tri/quy-trinh/BK_TINH');
    await settled(second.page);
    // In what it differs, in words.
    await second.page.getByRole('heading', { level: 2, name: 'So sánh hai bản' }).waitFor();
    await second.page.getByText('clocks.appraise.limit').first().waitFor();
    const others = new Keys(second.page);
    await others.use(/^BUTTON Công bố/);
    await second.page.getByRole('dialog').waitFor();
    expect(await axeFaults(second.page)).toEqual([]);
    await others.use(/^BUTTON Công bố bản này/);
    await second.page.getByText(`Đã công bố bản ${NEXT}.`).waitFor();
    await second.page
      .getByRole('row', { name: new RegExp(NEXT) })
      .getByText('Chờ đến ngày')
      .waitFor();
    // What was read of it as a draft is read as what it is now.
    await second.page.getByText('Hiệu lực từ').first().waitFor();
    await settled(second.page);
    expect(await second.page.getByText('Chưa đọc lại được').count()).toBe(0);
    expect([...keys.wrong, ...others.wrong]).toEqual([]);
    await second.context.close();
  }, 240_000);

  it('a letter that comes back is shown with its dossier, sent again, and given up only with a reason (O2)', async () => {
    const { id } = await received('Thư không đến');
    const due = await eventually('its deadline is read', async () =>
      (await deadlines()).find(({ dossierId, dueAt }) => dossierId === id && dueAt !== null),
    );
    post.refusals.push(...Array.from({ length: 200 }, () => 550));
    const day = due.dueAt?.slice(0, 10) ?? '';
    const operatorAt = office.as('operator');
    const written = (is: (rung: string | null) => boolean) =>
      eventually(
        'the reminder is written',
        async () => {
          const { items } = await must<{ items: { dossierId: string | null; rung: string | null }[] }>(
            operatorAt.get('/api/v1/deliveries?channel=email&limit=200'),
          );
          return items.some(({ dossierId, rung }) => dossierId === id && is(rung));
        },
        PATIENCE_MS,
      );
    const failed = async () =>
      (await must<{ items: Failed[] }>(operatorAt.get('/api/v1/deliveries/failed?limit=200'))).items;
    const isOurs = ({ dossierId, dueAt }: Failed) => dossierId === id && dueAt === due.dueAt;
    clock.travelTo(`${day}T01:01:00.000Z`);
    await written((rung) => rung === 'T-0');
    clock.travelTo(`${day}T01:20:00.000Z`);
    const { page, context } = await operator();
    await page.goto('/quan-tri/van-hanh');
    // With what it is about: the deadline, and the dossier by the first figures of its id.
    const ours = page
      .getByRole('row', { name: new RegExp(id.slice(0, 8)) })
      .filter({ hasText: 'Nhắc hạn: Trả hồ sơ không đủ điều kiện' });
    await ours.waitFor();
    await page.getByText('Máy chủ thư của người nhận từ chối').first().waitFor();

    const before = post.mails.length;
    post.refusals.length = 0;
    await ours.getByRole('button', { name: /Gửi lại/ }).click();
    await eventually('the letter arrives', () => post.mails.length > before, PATIENCE_MS);
    await ours.waitFor({ state: 'detached' });

    // The next reminder of the day comes back as well: it is given up, which asks for a reason.
    post.refusals.push(...Array.from({ length: 200 }, () => 550));
    clock.travelTo(`${day}T07:01:00.000Z`);
    await written((rung) => rung === 'T-0 again');
    clock.travelTo(`${day}T07:20:00.000Z`);
    await ours.getByRole('button', { name: /Bỏ, có lý do/ }).click();
    await page.getByRole('button', { name: 'Bỏ thư này' }).click();
    await page.getByText('Chưa điền: Lý do').first().waitFor();
    expect((await failed()).some(isOurs)).toBe(true);
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Đã báo qua điện thoại');
    await page.getByRole('button', { name: 'Bỏ thư này' }).click();
    await page.getByText('Đã bỏ, lý do nằm trong nhật ký gửi.').waitFor();
    await ours.waitFor({ state: 'detached' });
    expect((await failed()).some(isOurs)).toBe(false);
    await context.close();
  }, 300_000);
});
