import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 5;

/**
 * Waits for a condition, looking every few milliseconds; answers what made it true. For tests: what they wait for is always
 * said, and they never sleep "long enough". A condition that throws is not true yet; after the deadline its last error is the cause.
 */
export async function eventually<T>(
  what: string,
  condition: () => T | Promise<T>,
  deadlineMs = 30_000,
): Promise<Exclude<T, false | undefined | null>> {
  let cause: unknown;
  for (const start = performance.now(); performance.now() - start <= deadlineMs; await sleep(LOOK_EVERY_MS)) {
    try {
      const value = await condition();
      cause = undefined;
      if (value) return value as Exclude<T, false | undefined | null>;
    } catch (error) {
      cause = error;
    }
  }
  const last = cause instanceof Object && 'message' in cause ? ` Last error: ${String(cause.message)}` : '';
  throw new Error(`Within ${deadlineMs} ms it did not come true: ${what}.${last}`, { cause });
}
