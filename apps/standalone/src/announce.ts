import { sampleActor } from '#libs/service/access';
import type { Standalone } from './standalone.js';

/** Tells who started it where it is, how to come in, and how to stop it. */
export function announce({ url, accounts, accountsFile, config }: Standalone): void {
  const lines = [
    '',
    `Vinh Danh đang chạy tại ${url}   ·   Vinh Danh is running at ${url}`,
    `Dữ liệu: ${config.dataFolder}`,
    '',
  ];
  if (accounts.length > 0) {
    lines.push('Tài khoản mẫu (người hư cấu) · Sample accounts (invented people):');
    const width = Math.max(...accounts.map(({ account }) => account.id.length));
    for (const { account, token } of accounts) {
      lines.push(`  ${account.id.padEnd(width)}  ${sampleActor(account.id).roles.join(', ').padEnd(14)}  Bearer ${token}`);
    }
    lines.push(`  (${accountsFile})`, '');
    const officer = accounts.find(({ account }) => sampleActor(account.id).roles.includes('officer'));
    if (officer)
      lines.push(`Thử ngay · Try it:  curl -H 'Authorization: Bearer ${officer.token}' ${url}/api/v1/dossiers`, '');
  }
  lines.push('Dừng: Ctrl+C   ·   Stop: Ctrl+C', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
