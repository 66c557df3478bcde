import { runCommandLine } from '../program.js';

/** Runs `vinhdanh calendar …` and answers what it said. */
async function calendar(line: string) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await runCommandLine(['calendar', ...line.split(' ')], { terminal, env: { VINHDANH_DATA: '/nowhere' } });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const due = async (line: string) => {
  const { code, out } = await calendar(`add ${line} --json`);
  return [code, (JSON.parse(out) as { due: string | null }).due];
};

describe('vinhdanh calendar add', () => {
  test.each([
    ['working days over the worked Saturday', '--start 2026-08-21 --limit 5wd', '2026-08-27T17:00:00+07:00'],
    ['with the first day', '--start 2025-08-20 --limit 10wd --first-day-counts', '2025-09-04T17:00:00+07:00'],
    ['calendar days that roll off a Sunday', '--start 2026-10-03 --limit 15cd', '2026-10-19T17:00:00+07:00'],
    ['half-days', '--start 2026-10-07T12:00+07:00 --limit 1hd', '2026-10-08T12:00:00+07:00'],
    [
      'with a pause',
      '--start 2026-08-21 --limit 5wd --pause 2026-08-24T10:00+07:00/2026-08-26T09:00+07:00',
      '2026-09-03T17:00:00+07:00',
    ],
  ])('counts %s', async (_, line, expected) => {
    expect(await due(line)).toEqual([0, expected]);
  });

  test('prints the arithmetic as the system tells it, Vietnamese unless asked otherwise', async () => {
    const { code, out } = await calendar('add --start 2026-08-21 --limit 5wd');
    expect(code).toBe(0);
    expect(out).toContain('Ngày 1: thứ Bảy 22/08/2026, làm bù: Hoán đổi 31/8 với 22/8');
    expect(out).toContain('Đến hạn: 17:00 thứ Năm 27/08/2026.');
    const english = await calendar('add --start 2026-08-21 --limit 5wd --lang en');
    expect(english.out).toContain('Due: 17:00 Thursday 27/08/2026.');
  });

  test('counts over the new year, and fails, naming Tết, where its notice is awaited', async () => {
    expect(await due('--start 2026-12-28 --limit 5wd')).toEqual([0, '2027-01-05T17:00:00+07:00']);
    expect(await due('--start 2027-01-04 --limit 20wd')).toEqual([1, null]);
    const { code, out } = await calendar('add --start 2027-01-04 --limit 20wd');
    expect(code).toBe(1);
    expect(out).toContain('còn chờ thông báo: Tết Nguyên đán Đinh Mùi 2027 (30/01/2027–21/02/2027)');
  });

  test.each([
    ['a day as offices write it', '--start 21/08/2026 --limit 5wd', '2026-08-27T17:00:00+07:00'],
    ['a limit in capitals', '--start 2026-08-21 --limit 5WD', '2026-08-27T17:00:00+07:00'],
    [
      'a pause between two days so written',
      '--start 21/08/2026 --limit 5wd --pause 24/08/2026/26/08/2026',
      '2026-09-03T17:00:00+07:00',
    ],
  ])('takes %s', async (_, line, expected) => {
    expect(await due(line)).toEqual([0, expected]);
  });

  test.each([
    ['--limit 5', 'Ghi như 5wd (ngày làm việc), 3hd (buổi) hoặc 15cd (ngày).', '5wd, 3hd or 15cd'],
    ['--limit 5wd --pause 2026', 'Ghi hai ngày hoặc thời điểm, từ/đến', 'Two days or moments, from/to'],
    ['--limit 5wd --lang fr', 'Chỉ nhận: vi, en.', 'Allowed choices are vi, en.'],
  ])('says in both languages how %s should be written', async (more, vi, en) => {
    const [first, second] = (await calendar(`add --start 2026-08-21 ${more}`)).err.split('\n');
    expect([first, second]).toEqual([expect.stringContaining(vi), expect.stringContaining(en)]);
    expect(first).not.toMatch(/Allowed|moments|limit like/);
  });

  test('says so for the start, and which calendar there is', async () => {
    const { err } = await calendar('add --start 31/02/2026 --limit 5wd');
    expect(err).toContain('Ghi một ngày (21/08/2026 hoặc 2026-08-21)');
    const none = await calendar('add --start 2026-08-21 --limit 5wd --calendar KHONGCO');
    expect(none.err).toContain('Không có lịch KHONGCO; lịch đang dùng là VN.');
    expect(none.err).toContain('There is no calendar KHONGCO; the one in use is VN.');
  });

  test.each([
    ['a limit that is none', 'add --start 2026-08-21 --limit 5', 2],
    ['no days at all', 'add --start 2026-08-21 --limit 0wd', 2],
    ['a day that does not exist', 'add --start 2026-02-30 --limit 5wd', 2],
    ['a pause that ends before it begins', 'add --start 2026-08-21 --limit 5wd --pause 2026-08-25/2026-08-24', 2],
    ['a calendar that nobody entered', 'add --start 2026-08-21 --limit 5wd --calendar XX', 1],
  ])('refuses %s', async (_, line, code) => {
    const ended = await calendar(line);
    expect(ended.code).toBe(code);
    expect(ended.err).not.toBe('');
  });
});
