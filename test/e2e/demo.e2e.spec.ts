import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { launch } from '../support/command-line.js';

const demoFolders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('vinhdanh-demo-'));

describe('vinhdanh demo', () => {
  test('tells the whole way of a dossier, sends a reminder, agrees with the log, and leaves nothing behind', async () => {
    const before = await demoFolders();
    const { code, out, err } = await launch(['demo']);
    expect(err).toBe('');
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
    expect(out.match(/Thư đã gửi cho Phạm Quốc Bảo <bao@so-noi-vu\.example>: “.+” \(\w+@\S+\.eml\)/g)).toHaveLength(2);
    expect(out.match(/Thư đã gửi cho Đặng Văn Thành/g)).toHaveLength(1);
    expect(out).toMatch(/✓ 21 lệnh, \d+ lần so: .* đều khớp nhật ký/);
    expect(code).toBe(0);
    expect(await demoFolders()).toEqual(before);
  }, 180_000);
});
