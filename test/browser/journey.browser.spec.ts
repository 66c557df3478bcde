import { join } from 'node:path';
import { type TestDatabase } from '#libs/platform/testing';
import { home } from '#libs/service/foundation';
import { createOfficeDatabase } from '../support/office-database.js';
import { must } from '../support/office-client.js';
import { describeInBrowser } from './support/chromium.js';
import { Keys } from './support/keys.js';
import { settled } from './support/on-page.js';
import type { Role } from './support/pages.js';
import { openWebOffice, type WebDesk, type WebOffice } from './support/web-office.js';

const TITLE = 'Khen thưởng tổng kết năm, làm bằng bàn phím';
const PEOPLE = ['Trịnh Thị Mai Anh', 'Cao Xuân Hiếu'] as const;
const PAPERS = [
  [/^Tờ trình/, 'to-trinh.pdf'],
  [/^Danh sách trích ngang/, 'danh-sach.pdf'],
  [/^Báo cáo thành tích công trạng - cá nhân/, 'bao-cao.pdf'],
  [/^Biên bản/, 'bien-ban.pdf'],
] as const;

const paper = (name: string): string => join(home, 'samples', 'papers', name);

/** A desk whose mouse is broken. */
interface Seat extends WebDesk {
  readonly keys: Keys;
}

/**
 * One dossier from the unit’s first key to the signed decision, each act done by whom it belongs to, on his own page, without a
 * mouse. The tests stand in the order of the way and go on from each other.
 */
describeInBrowser('a dossier from its first key to its decision, by keyboard alone', () => {
  let database: TestDatabase;
  let office: WebOffice;
  const seats = new Map<Role, Seat>();
  let dossier = '';
  const today = () => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

  async function sit(role: Role): Promise<Seat> {
    const seat = seats.get(role);
    if (seat) return seat;
    const desk = await office.desk(role);
    const taken = { ...desk, keys: new Keys(desk.page) };
    seats.set(role, taken);
    return taken;
  }

  /** On to the page of the dossier, by the list that everybody has. */
  async function openDossier({ page, keys }: Seat): Promise<void> {
    await keys.press('Control+K');
    await keys.type('lam bang ban phim');
    await keys.press('Enter');
    await page.locator('.vd-table-name', { hasText: TITLE }).waitFor();
    await keys.use(new RegExp(`^A ${TITLE}`));
    await arrived(page, new RegExp(`/ho-so/${dossier || '[0-9a-f-]{36}'}$`));
  }

  async function arrived(page: WebDesk['page'], address: RegExp): Promise<void> {
    await page.waitForURL(address);
    await settled(page);
    await page.locator('h1:focus').waitFor();
  }

  /** What can be done stands behind the link, or a press away behind the rest. */
  async function act({ page, keys }: Seat, name: string): Promise<void> {
    const link = page.locator('a.vd-button', { hasText: new RegExp(`^${name}$`) });
    await page.getByRole('heading', { name: 'Việc cần làm của bạn' }).waitFor();
    if ((await link.count()) === 0) await keys.use(/^BUTTON \d+ việc khác làm được/);
    await keys.use(new RegExp(`^A ${name}$`));
    await page.locator('h1:focus').waitFor();
    await settled(page);
  }

  const facts = async (): Promise<readonly string[]> => {
    const { items } = await must<{ items: { type: string }[] }>(
      office.as('auditor').get(`/api/v1/dossiers/${dossier}/events?limit=200`),
    );
    return items.map(({ type }) => type);
  };
  const factsOf = async (type: string): Promise<number> => (await facts()).filter((each) => each === type).length;

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url });
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  it('the unit drafts it, enters the nominees, attaches the papers and hands it in', async () => {
    const seat = await sit('submitter');
    const { page, keys } = seat;
    await keys.use(/^A Hồ sơ$/);
    await arrived(page, /\/ho-so$/);
    await keys.use(/^A Soạn hồ sơ mới$/);
    await arrived(page, /\/ho-so\/moi$/);
    await keys.pick(/^INPUT Hình thức khen thưởng/, 'bang khen cua chu tich ubnd', 'Bằng khen của Chủ tịch UBND');
    await keys.choose(/^RADIO/, /^RADIO Công trạng/);
    await keys.fill(/^INPUT Tên hồ sơ/, TITLE);
    await keys.pick(/^INPUT Nơi nhận/, 'uy ban nhan dan tinh', 'Ủy ban nhân dân tỉnh');
    await keys.use(/^BUTTON Soạn hồ sơ$/);
    await arrived(page, /\/ho-so\/[0-9a-f-]{36}$/);
    dossier = page.url().slice(-36);

    await keys.use(/^A Danh sách đề nghị$/);
    await arrived(page, /\/doi-tuong$/);
    for (const name of PEOPLE) {
      await keys.fill(/^INPUT Họ tên/, name);
      await keys.fill(/^INPUT Đơn vị/, 'Chi cục Thủy lợi');
      await keys.select(/^SELECT Trực tiếp hay lãnh đạo/, /^Người lao động trực tiếp/);
      await keys.use(/^BUTTON Đưa vào danh sách$/);
    }
    await keys.use(/^BUTTON Thêm 2 đối tượng vào hồ sơ$/);
    await arrived(page, new RegExp(`${dossier}$`));

    await keys.use(/^A Giấy tờ$/);
    await arrived(page, /attach-document$/);
    for (const [at, [name, file]] of PAPERS.entries()) {
      await keys.select(/^SELECT Giấy tờ/, name);
      await keys.attach(/^BUTTON Chọn tệp$/, paper(file));
      await page.getByText('Đã tải lên').nth(at).waitFor();
    }
    await keys.use(new RegExp(`^A ${TITLE}`));
    await arrived(page, new RegExp(`${dossier}$`));

    await keys.use(/^A Kiểm tra lại và nộp$/);
    await arrived(page, /submit$/);
    await keys.fill(/^INPUT Số văn bản/, '12/TTr-KTD');
    await keys.fill(/^INPUT Ngày văn bản/, today());
    await keys.use(/^BUTTON Kiểm tra lại$/);
    await keys.use(/^BUTTON Nộp hồ sơ$/);
    await arrived(page, new RegExp(`${dossier}$`));
    expect((await facts()).toSorted()).toEqual(
      ['DossierDrafted', 'NomineesAdded', ...PAPERS.map(() => 'DocumentAttached'), 'DossierSubmitted'].toSorted(),
    );
  }, 180_000);

  it('the officer takes it from his worklist, receives it and asks for a supplement', async () => {
    const seat = await sit('officer');
    const { page, keys } = seat;
    await keys.use(/^A Việc chung chưa ai nhận/);
    await page.waitForURL(/ds=free/);
    await keys.use(new RegExp(`^BUTTON Nhận việc ${TITLE}`));
    await page.getByRole('row', { name: TITLE }).waitFor({ state: 'detached' });
    await keys.use(/^A Việc của tôi/);
    await keys.use(new RegExp(`^A (Làm tiếp|Mở hồ sơ) ${TITLE}`));
    await arrived(page, new RegExp(`${dossier}$`));
    await act(seat, 'Tiếp nhận hồ sơ');
    await keys.use(/^BUTTON Tiếp nhận hồ sơ$/);
    await arrived(page, new RegExp(`${dossier}$`));
    await act(seat, 'Yêu cầu bổ sung');
    await keys.to(/^CHECKBOX Biên bản/);
    await keys.press('Space');
    await keys.fill(/^INPUT Thiếu gì ở giấy tờ này/, 'Thiếu chữ ký của thư ký');
    await keys.fill(/^TEXTAREA Lý do/, 'Biên bản chưa có chữ ký');
    await keys.use(/^BUTTON Kiểm tra lại$/);
    await keys.use(/^BUTTON Yêu cầu bổ sung$/);
    await arrived(page, new RegExp(`${dossier}$`));
    expect(await factsOf('SupplementRequested')).toBe(1);
  }, 180_000);

  it('the unit answers the request with a new paper', async () => {
    const seat = await sit('submitter');
    const { page, keys } = seat;
    await act(seat, 'Đính kèm giấy tờ');
    await keys.select(/^SELECT Giấy tờ/, /^Biên bản/);
    await keys.attach(/^BUTTON Chọn tệp$/, paper('bao-cao-sua-doi.pdf'));
    await page.getByText('Đã tải lên').waitFor();
    await keys.use(new RegExp(`^A ${TITLE}`));
    await arrived(page, new RegExp(`${dossier}$`));
    await act(seat, 'Bổ sung hồ sơ');
    await keys.fill(/^TEXTAREA Đã bổ sung gì/, 'Biên bản có đủ chữ ký');
    await keys.use(/^BUTTON Kiểm tra lại$/);
    await keys.use(/^BUTTON Bổ sung hồ sơ$/);
    await arrived(page, new RegExp(`${dossier}$`));
    expect(await factsOf('DossierSupplemented')).toBe(1);
  }, 180_000);

  it('the officer appraises each nominee and completes the appraisal', async () => {
    const seat = await sit('officer');
    const { page, keys } = seat;
    await act(seat, 'Thẩm định đối tượng');
    for (const [at] of PEOPLE.entries()) {
      await keys.choose(/^RADIO/, /^RADIO Đủ điều kiện/);
      await keys.fill(/^TEXTAREA Lý do/, 'Đủ tiêu chuẩn, có minh chứng');
      if (await page.getByText('Khác đề xuất của máy.').isVisible())
        await keys.fill(/^TEXTAREA Vì sao khác/, 'Đã đối chiếu bản giấy');
      if (at < PEOPLE.length - 1) await keys.use(/^BUTTON Lưu, sang người sau$/);
    }
    await keys.use(/^BUTTON Kiểm tra lại 2 kết luận$/);
    await keys.use(/^BUTTON Ghi 2 kết luận$/);
    await arrived(page, new RegExp(`${dossier}$`));
    await act(seat, 'Hoàn thành thẩm định');
    await keys.use(/^BUTTON Hoàn thành thẩm định$/);
    await arrived(page, new RegExp(`${dossier}$`));
    expect(await factsOf('DossierAppraised')).toBe(1);
  }, 180_000);

  it('the secretary enters what the council voted, and sees what was needed', async () => {
    const seat = await sit('secretary');
    const { page, keys } = seat;
    await openDossier(seat);
    await act(seat, 'Ghi kết quả Hội đồng');
    await keys.fill(/^INPUT Ngày họp/, today());
    await keys.fill(/^INPUT Số biên bản/, '01/BB-HĐ');
    await keys.fill(/^INPUT Ngày biên bản/, today());
    await keys.fill(/^INPUT Tổng số thành viên/, '17');
    await keys.fill(/^INPUT Số có mặt/, '17');
    await keys.fill(/^INPUT Số gửi ý kiến/, '0');
    for (const name of PEOPLE) {
      await keys.fill(new RegExp(`^INPUT ${name}: .*Đồng ý`), '16');
      await keys.fill(new RegExp(`^INPUT ${name}: .*Không`), '1');
      await keys.fill(new RegExp(`^INPUT ${name}: .*Khác`), '0');
    }
    await keys.use(/^BUTTON Khoá và ghi kết quả$/);
    await arrived(page, new RegExp(`${dossier}$`));
    expect(await factsOf('DossierVoted')).toBe(1);
  }, 180_000);

  it('the authority looks at what he approves before it is recorded, and approves', async () => {
    const seat = await sit('authority');
    const { page, keys } = seat;
    await openDossier(seat);
    await act(seat, 'Phê duyệt');
    await keys.use(/^BUTTON Kiểm tra lại$/);
    await page.getByText('Xem lại một lần nữa.').waitFor();
    await keys.use(/^BUTTON Phê duyệt$/);
    await arrived(page, new RegExp(`${dossier}$`));
    expect(await factsOf('DossierApproved')).toBe(1);
  }, 180_000);

  it('the clerk drafts the decision and has it issued under the name of who signed it', async () => {
    const { page, keys } = await sit('clerk');
    await keys.use(/^A Trình ký$/);
    await arrived(page, /\/trinh-ky$/);
    await keys.to(new RegExp(`^CHECKBOX Chọn ${TITLE}`));
    await keys.press('Space');
    await keys.use(/^BUTTON Soạn quyết định cho 1 hồ sơ$/);
    await arrived(page, /\/trinh-ky\/.+/);
    await keys.pick(/^INPUT Người ký/, 'dang van thanh', 'Đặng Văn Thành');
    await keys.use(/^BUTTON Ban hành/);
    await page.getByRole('dialog').waitFor();
    await keys.use(/^BUTTON Ban hành/);
    await page.getByRole('heading', { level: 1, name: /^Quyết định số/ }).waitFor();
  }, 180_000);

  it('the unit reads on the page that stayed open that it has its decision', async () => {
    const { page } = await sit('submitter');
    await page
      .getByText(/Công bố, trao tặng/)
      .first()
      .waitFor();
    expect(await factsOf('DecisionReceived')).toBe(1);
  }, 180_000);

  it('the auditor replays it, compares two moments and opens a paper', async () => {
    const seat = await sit('auditor');
    const { page, keys } = seat;
    await openDossier(seat);
    await keys.to(/^A .*tải xuống$/);
    const download = page.waitForEvent('download');
    await keys.press('Enter');
    expect(await (await download).failure()).toBeNull();
    await keys.use(/^A Phát lại$/);
    await arrived(page, /phat-lai$/);
    await keys.to(/^RANGE/);
    await keys.press('Home', 'ArrowRight', 'ArrowRight');
    await page.waitForURL(/at=2/);
    await keys.press('End');
    await keys.to(/^BUTTON Tiếp nhận/);
    await keys.press('Enter');
    await page.getByText('Đang xem quá khứ, chỉ đọc.').waitFor();
    await keys.select(/^SELECT Từ/, /^№ 1\b|^1\b/);
    await page.waitForURL(/tu=1/);
  }, 180_000);

  it('nobody lost sight of the focus, and no page broke a rule on the way', () => {
    const seen = [...seats].map(([role, { keys, watched }]) => ({ role, focus: keys.wrong, ...watched }));
    expect(seen).toEqual([...seats.keys()].map((role) => ({ role, focus: [], errors: [], strangers: [] })));
  });
});
