import { setTimeout as pause } from 'node:timers/promises';
import { StoryBroken } from './story-broken.js';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 30_000;

/**
 * Looks until there is something to see.
 * @throws StoryBroken when there is still nothing after 30 s.
 */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) throw new StoryBroken(`${what}: ${PATIENCE_MS / 1_000} s`);
    await pause(LOOK_EVERY_MS);
  }
}
