import { isOnlyHere } from '#libs/platform/config';
import type { SampleAccount } from './sample-accounts.js';
import type { SamplesLoaded } from './samples/load-samples.js';
import type { Standalone } from './standalone.js';

/** Tells who started it where it is, how to come in, and how to stop it. */
export function announce(standalone: Standalone): void {
  process.stdout.write(`${announcementOf(standalone).join('\n')}\n`);
  void standalone.samples?.then((loaded) => {
    if (loaded) process.stdout.write(`${samplesLoadedLines(loaded).join('\n')}\n`);
  });
}

const samplesLoadedLines = ({ dossiers, tookMs }: SamplesLoaded): readonly string[] => [
  `Đã nạp ${dossiers} hồ sơ mẫu trong ${Math.ceil(tookMs / 1_000)} giây.`,
  `${dossiers} sample dossiers were loaded in ${Math.ceil(tookMs / 1_000)} s.`,
];

const samplesComing: readonly string[] = [
  'Đang nạp hồ sơ mẫu (người và việc hư cấu); dùng được ngay, danh sách sẽ đầy dần.',
  'Sample dossiers (invented people) are being loaded; the system serves already, its lists fill up.',
  '',
];

/** The lines that `announce` prints. */
export function announcementOf({
  url,
  accounts,
  accountsFile,
  config,
  samples: loading,
}: Standalone): readonly string[] {
  return [
    '',
    `Vinh Danh đang chạy tại ${url}   ·   Vinh Danh is running at ${url}`,
    `Dữ liệu: ${config.dataFolder}`,
    '',
    ...(isOnlyHere(config) ? samples(accounts, accountsFile, url) : noSamples),
    ...(loading ? samplesComing : []),
    'Dừng: Ctrl+C   ·   Stop: Ctrl+C',
    '',
  ];
}

function samples(accounts: readonly SampleAccount[], accountsFile: string, url: string): readonly string[] {
  const [first] = accounts;
  if (!first) return [];
  const width = Math.max(...accounts.map(({ account }) => account.id.length));
  const officer = accounts.find(({ account }) => account.id === 'acc-tham-dinh') ?? first;
  const body = JSON.stringify({ login: officer.account.id, password: officer.password });
  return [
    'Tài khoản mẫu (người hư cấu) · Sample accounts (invented people):',
    '  tài khoản · account, mật khẩu · password, mã truy cập cho máy · token for machines',
    ...accounts.map(({ account, password, token }) => `  ${account.id.padEnd(width)}  ${password}  Bearer ${token}`),
    `  (${accountsFile})`,
    '',
    `Đăng nhập · Sign in:  curl -c phien.txt -H 'content-type: application/json' -d '${body}' ${url}/api/v1/sessions`,
    `Thử ngay · Try it:  curl -H 'Authorization: Bearer ${officer.token}' ${url}/api/v1/dossiers`,
    '',
  ];
}

const noSamples: readonly string[] = [
  'Máy khác truy cập được hệ thống này: không mở và không nhận tài khoản mẫu. Mở tài khoản đầu tiên bằng lệnh: vinhdanh account open --help',
  'Others can reach this system: sample accounts are neither opened nor let in. Open a first account with: vinhdanh account open --help',
  '',
];
