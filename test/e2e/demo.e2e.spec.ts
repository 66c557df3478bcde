import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { KurrentDbEventStore } from '#libs/engine/event-store';
import { fact } from '../conformance/facts.js';
import { launch } from '../support/command-line.js';
import { type KurrentDbForTests, startKurrentDbForTests } from '../support/kurrentdb-protocol/server-for-tests.js';

const demoFolders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('vinhdanh-demo-'));

/** Where the log is kept, and where that is. A real server is used where one is named: an empty one. */
const named = process.env['KURRENTDB_URL'];
let kurrentDb: KurrentDbForTests | undefined;
const kurrentDbUrl = async (): Promise<string> => named ?? (kurrentDb ??= await startKurrentDbForTests()).url;
const stores: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  postgres: async () => ({}),
  kurrentdb: async () => ({ KURRENTDB_URL: await kurrentDbUrl() }),
};

describe('vinhdanh demo', () => {
  afterAll(() => kurrentDb?.stop());

  test.each(Object.keys(stores))(
    'tells the whole way of a dossier on %s, sends a reminder, agrees with the log, and leaves nothing behind',
    async (store) => {
      const before = await demoFolders();
      const { code, out, err } = await launch(['demo', '--store', store], await stores[store]?.());
      expect(err).toBe('');
      expect(out.includes('Nhật ký ở KurrentDB')).toBe(store === 'kurrentdb');
      for (const line of [
        'Soạn hồ sơ “Bằng khen Khối thi đua số 3 năm 2026”',
        'Thêm đối tượng: 9 tập thể, 52 cá nhân',
        'Tiếp nhận hồ sơ theo BK_TINH R2025.1',
        'Tạm dừng thời hạn “Trả hồ sơ không đủ điều kiện” từ 09:00 24/08/2026',
        'hạn mới: 17:00 thứ Năm 03/09/2026',
        'Trong ứng dụng: bậc nhắc T-0',
        'Trong ứng dụng: bậc nhắc +1',
        '[DeadlineMissed, hệ thống]',
        'Thẩm định 61 đối tượng: 61 đủ điều kiện',
        '“Khối thi đua số 5” thành “Khối thi đua số 3”',
        '17 thành viên, 15 có mặt, 2 gửi ý kiến',
        'Phê duyệt 61 đối tượng',
        'Ban hành Quyết định số 1/QĐ-UBND ngày 15/09/2026',
        'tiền thưởng 265.910.000 đồng',
        'Quyết định có 61 người nhận: 9 tập thể, 52 cá nhân.',
        'Trao tặng ngày 25/09/2026',
        'Lưu trữ hồ sơ',
      ]) {
        expect(out).toContain(line);
      }
      expect(out.match(/Thư đã gửi cho Phạm Quốc Bảo <bao@so-noi-vu\.example>: “.+” \(\w+@\S+\.eml\)/g)).toHaveLength(
        2,
      );
      expect(out.match(/Thư đã gửi cho Nguyễn Văn Khải/g)).toHaveLength(1);
      expect(out).toMatch(/✓ 21 lệnh, \d+ lần so: .* đều khớp nhật ký/);
      expect(code).toBe(0);
      expect(await demoFolders()).toEqual(before);
    },
    180_000,
  );

  test('never writes into a KurrentDB that holds facts already', async () => {
    const store = new KurrentDbEventStore({ url: await kurrentDbUrl(), applicationName: 'demo spec' });
    const command = { account: 'somebody', commandId: randomUUID(), fingerprint: 'f' };
    const { code, out, err } = await store
      .append(`dossier-${randomUUID()}`, 'any', [fact()], command)
      .then(async () => launch(['demo', '--store', 'kurrentdb'], await stores['kurrentdb']?.()))
      .finally(() => store.close());
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('chỉ ghi vào nhật ký trống');
    expect(err).toContain('into an empty log only');
  }, 180_000);

  test.each([
    ['no KURRENTDB_URL is there', { KURRENTDB_URL: '' }, 'Thiếu KURRENTDB_URL', 'KURRENTDB_URL is missing'],
    [
      'nobody answers there',
      { KURRENTDB_URL: 'kurrentdb://admin:secret@127.0.0.1:9?tls=false' },
      'Không dùng được KurrentDB',
      'cannot be used',
    ],
  ])(
    'says in one sentence that %s',
    async (_, env, vietnamese, english) => {
      const before = await demoFolders();
      const { code, out, err } = await launch(['demo', '--store', 'kurrentdb'], env);
      expect([code, out]).toEqual([1, '']);
      expect(err.trim().split('\n')).toEqual([expect.stringContaining(vietnamese), expect.stringContaining(english)]);
      expect(err).not.toContain('secret');
      expect(await demoFolders()).toEqual(before);
    },
    60_000,
  );
});
