import { existsSync } from 'node:fs';
import { launch, launchFromClone } from '../support/command-line.js';

describe('the command line as a process', () => {
  test('prints its help on the output stream and ends with 0', async () => {
    const { code, out, err } = await launch(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Cách dùng · Usage: vinhdanh');
  });

  test('ends with 2 for what it does not understand, on the error stream', async () => {
    const { code, out, err } = await launch(['doctro']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Không có lệnh doctro. Có phải bạn muốn gõ doctor?');
  });

  test('ends with 1 and the faults of a bad list', async () => {
    const args = ['import', 'test/fixtures/csv/tcvn3.csv', '--dossier', 'D1'];
    const { code, out, err } = await launch(args, { VINHDANH_TOKEN: 'none' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Dòng 1, cột 1: Không phải UTF-8 (byte 0xB9); có vẻ tệp dùng bảng mã TCVN3 (ABC).');
  });

  test('hands exit code and streams through the committed launcher', async () => {
    // Else the launcher would build, and so remove the code under the other suites' feet.
    expect(existsSync('dist/.built-from')).toBe(true);
    const { code, err } = await launchFromClone(['replay']);
    expect(code).toBe(2);
    expect(err).toContain('Thiếu tham số dossier.');
  });
});
