import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for a condition, looking every few milliseconds; throws with the given words after the deadline. For tests: what
 * they wait for is always said, and they never sleep "long enough".
 */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  deadlineMs = 10_000,
): Promise<void> {
  for (const start = performance.now(); !(await condition());) {
    if (performance.now() - start > deadlineMs)
      throw new Error(`Within ${deadlineMs} ms it did not come true: ${what}.`);
    await sleep(5);
  }
}
