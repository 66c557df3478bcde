import { Option } from 'commander';
import type { CommandContext } from './command-context.js';
import { both } from './usage.js';

const DEFAULT_URL = 'http://127.0.0.1:8080';

/** `--url`, where a command speaks to a running system. */
export const urlOption = (env: CommandContext['env']): Option =>
  new Option('--url <url>', both('địa chỉ máy chủ (VINHDANH_URL)', 'the server (VINHDANH_URL)')).default(
    env['VINHDANH_URL'] ?? DEFAULT_URL,
  );

/** The access token to send; `undefined` when none is set, and then the terminal was told. */
export function tokenOf({ env, terminal }: Pick<CommandContext, 'env' | 'terminal'>): string | undefined {
  const token = env['VINHDANH_TOKEN'];
  if (token) return token;
  terminal.err('Thiếu biến VINHDANH_TOKEN (mã truy cập).');
  terminal.err('VINHDANH_TOKEN (the access token) is not set.');
  return undefined;
}
