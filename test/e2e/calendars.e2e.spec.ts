import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#libs/platform/testing';
import { launch } from '../support/command-line.js';
import { must, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';

interface Calendar {
  readonly revision: number;
  readonly version: string;
  readonly years: readonly {
    readonly year: number;
    readonly complete: boolean;
    readonly awaiting?: readonly { readonly from: string }[];
    readonly notices: readonly { readonly noticeId: string; readonly source: string }[];
  }[];
  readonly warnings: readonly { readonly year: number }[];
}

const path = '/api/v1/calendars/VN';
const tet = {
  noticeId: '2027-tet',
  year: 2027,
  days: [
    { date: '2027-02-05', kind: 'holiday', effect: 'off', names: { vi: 'Tết Nguyên đán', en: 'Tết' } },
    { date: '2027-02-08', kind: 'holiday', effect: 'off', names: { vi: 'Tết Nguyên đán', en: 'Tết' } },
  ],
  source: 'Công văn về lịch nghỉ Tết năm 2027',
  confidence: 'verified',
  completesYear: true,
};

describe('the working calendar of an office', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({ now: '2026-11-20T02:00:00.000Z' });
  });
  afterAll(() => office.close());

  const read = () => must(office.as('acc-don-vi').get<Calendar>(path));
  const due = async (start: string) =>
    (
      await must(
        office
          .as('acc-don-vi')
          .post<{ dueAt?: string }>(`${path}/compute`, { start, limit: { value: 10, unit: 'working_day' } }),
      )
    ).dueAt;

  it('is that of the law from the first start on, and warns of what the next year waits for', async () => {
    const calendar = await read();
    expect(calendar.years.map(({ year, complete }) => [year, complete])).toEqual([
      [2024, true],
      [2025, true],
      [2026, true],
      [2027, false],
    ]);
    expect(calendar.years[2]?.notices.map(({ noticeId }) => noticeId)).toEqual(['2026', '2026-2']);
    expect(calendar.warnings).toMatchObject([
      {
        year: 2027,
        sentences: { vi: expect.stringContaining('Tết Nguyên đán Đinh Mùi 2027 (30/01/2027–21/02/2027)') },
      },
    ]);
    expect(calendar.years[3]?.awaiting?.map(({ from }) => from)).toEqual(['2027-01-30', '2027-08-21']);
    expect(await due('2026-12-28')).toBe('2027-01-12T10:00:00.000Z');
    // Who does not know its id asks for that of all offices.
    expect(await must(office.as('acc-don-vi').get<Calendar>('/api/v1/calendars/office'))).toEqual(calendar);
  });

  it('tells operators that the next year is missing, and nobody else', async () => {
    type Messages = {
      readonly items: readonly { readonly type?: string; readonly category: string; readonly open: boolean }[];
    };
    const told = async (who: string) => (await must(office.as(who).get<Messages>('/api/v1/notifications'))).items;
    const mine = await eventually('the operator is told', async () => {
      const found = (await told('acc-van-hanh')).filter(({ category }) => category === 'calendar');
      return found.length > 0 && found;
    });
    expect(mine).toMatchObject([{ open: true }]);
    expect((await told('acc-tham-dinh')).filter(({ category }) => category === 'calendar')).toEqual([]);
  });

  it('is changed by operators only', async () => {
    for (const who of ['acc-don-vi', 'acc-tham-dinh', 'acc-lanh-dao', 'acc-thanh-tra']) {
      const { status, body } = await office.as(who).post<Problem>(`${path}/enter-notice`, tet);
      expect([who, status, body.code]).toEqual([who, 403, 'POSITION_NOT_ALLOWED']);
    }
  });

  it('refuses what would make it say two things of one day', async () => {
    const { status, body } = await office.as('acc-van-hanh').post<Problem>(`${path}/enter-notice`, {
      ...tet,
      days: [
        { date: '2027-01-03', kind: 'swap', effect: 'off' },
        { date: '2027-01-03', kind: 'swap', effect: 'worked' },
      ],
    });
    expect([status, body.code]).toEqual([400, 'CALENDAR_MALFORMED']);
  });

  it('counts for everybody as soon as a notice is entered', async () => {
    expect(await due('2027-01-18')).toBeUndefined();
    const before = await read();
    const entered = await must(office.as('acc-van-hanh').post(`${path}/enter-notice`, tet));
    expect(entered.events).toEqual(['CalendarNoticeEntered', 'CalendarYearCompleted']);
    // 19/01 to 22/01 are four, 25/01 to 29/01 five, then 01/02.
    expect(await due('2027-01-18')).toBe('2027-02-01T10:00:00.000Z');
    const after = await read();
    expect(Number(after.version)).toBeGreaterThan(Number(before.version));
    expect(after.warnings).toEqual([]);
  });

  it('asks for the revision that a change rests on', async () => {
    const { status } = await office
      .as('acc-van-hanh')
      .post<Problem>(`${path}/reopen-year`, { year: 2027, reason: 'Chờ hoán đổi' }, { ifMatch: 0 });
    expect(status).toBe(412);
  });

  it('forgets what a withdrawn notice said, and can await the year again', async () => {
    const withdrawal = { noticeId: '2027-tet', reason: 'Có thông báo thay thế', reopensYear: true };
    await must(office.as('acc-van-hanh').post(`${path}/withdraw-notice`, withdrawal));
    expect(await due('2026-12-28')).toBeUndefined();
    expect((await read()).warnings).toMatchObject([{ year: 2027 }]);
    const again = await office.as('acc-van-hanh').post<Problem>(`${path}/enter-notice`, tet);
    expect([again.status, again.body.code]).toEqual([409, 'CALENDAR_NOTICE_EXISTS']);
  });

  it('is kept from the command line too: shown, rehearsed, entered, withdrawn', async () => {
    const token = await office.foundation.accounts.issueToken('acc-van-hanh');
    const calendar = (...args: string[]) =>
      launch(['calendar', ...args, '--url', office.url], { VINHDANH_TOKEN: token });
    const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-notice-'));
    try {
      const file = join(folder, 'notice.json');
      await writeFile(file, JSON.stringify({ ...tet, noticeId: '2027-tet-2' }));
      expect(await calendar('enter', file, '--preview')).toMatchObject({
        code: 0,
        out: '0/0 hồ sơ đổi hạn · dossiers change\n',
      });
      expect(await calendar('enter', file)).toMatchObject({
        code: 0,
        out: '✓ CalendarNoticeEntered, CalendarYearCompleted\n',
      });
      const shown = await calendar('show');
      expect(shown.out).toContain('2027 đủ · complete\n');
      expect(shown.out).toContain('  2027-tet-2: 2 ngày · days; Công văn về lịch nghỉ Tết năm 2027 (verified)');
      expect(
        await calendar('withdraw', '2027-tet-2', '--reason', 'Có thông báo thay thế', '--reopens-year'),
      ).toMatchObject({
        code: 0,
        out: '✓ CalendarNoticeWithdrawn, CalendarYearReopened\n',
      });
      const again = await calendar('withdraw', '2027-tet-2', '--reason', 'Có thông báo thay thế');
      expect([again.code, again.err]).toEqual([1, expect.stringContaining('không có thông báo 2027-tet-2')]);
      expect((await calendar('show')).err).toContain('The working calendar of 2027 is not complete');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
