import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/**
 * How long to wait before the next attempt, in milliseconds: doubling from 50 ms to 5 s, between half of it and all of it
 * by lot, so that processes that lost the same server do not all come back in the same instant.
 */
export function backoffMs(attempt: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  return Math.round(full / 2 + (Math.random() * full) / 2);
}

/** Waits, unless told to stop. Never rejects. */
export async function pause(milliseconds: number, stop?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, stop ? { signal: stop } : {}).catch(() => {});
}
