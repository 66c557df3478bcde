import { isIPv4 } from 'node:net';

/** Whether a host name or address can only mean this machine. `0.0.0.0` and `::` mean every network it is in. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}
