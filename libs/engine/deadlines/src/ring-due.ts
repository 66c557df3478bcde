import type { Instant } from '#libs/domain/kernel';
import { giveBack, takeDue } from './bell-table.js';
import type { DeadlineKey } from './deadline-key.js';
import { ringDeadlines, type RingOptions } from './ring-deadlines.js';

export interface RingDueOptions extends RingOptions {
  /** Rungs taken at a time. Default 500. */
  readonly batch?: number;
  /** How long others leave them alone; longer than a batch takes. Default 60,000. */
  readonly ringLeaseMs?: number;
  /** Told after each batch, so that what it wrote can be carried on while the next one is rung. */
  readonly onBatch?: () => Promise<void>;
  /** No further batch is taken once it is aborted. */
  readonly signal?: AbortSignal;
}

/** Beyond so many failures in one batch the fault is not one dossier's. */
const PATIENCE = 20;

/**
 * Rings everything whose time has come, batch by batch, and answers how many deadlines were looked at. Several may ring at
 * once. What cannot be rung is told and given back, and keeps nothing else from ringing.
 *
 * @throws what made a whole batch fail (the database is away), so that the caller comes again.
 */
export async function ringDue(options: RingDueOptions): Promise<number> {
  const { database, clock, batch = 500, ringLeaseMs = 60_000, onBatch, signal } = options;
  let looked = 0;
  // What failed is due again at once; who takes it in the same round would go in circles.
  const until: Instant = clock.now();
  while (!signal?.aborted) {
    const keys = await takeDue(database, { now: until, limit: batch, leaseMs: ringLeaseMs });
    if (keys.length === 0) break;
    looked += keys.length;
    const failed = await ringBatch(options, keys);
    await onBatch?.();
    if (failed.length > 0) {
      await giveBack(database, failed);
      break;
    }
  }
  return looked;
}

/** All at once; where that fails, one by one, so that the dossier at fault is found and the others are rung. */
async function ringBatch(options: RingDueOptions, keys: readonly DeadlineKey[]): Promise<readonly DeadlineKey[]> {
  try {
    await ringDeadlines(options, keys);
    return [];
  } catch {
    const failed: DeadlineKey[] = [];
    for (const key of keys) {
      try {
        await ringDeadlines(options, [key]);
      } catch (cause) {
        failed.push(key);
        options.onProblem({ during: 'ring', deadline: key, cause });
        if (failed.length < PATIENCE) continue;
        await giveBack(options.database, keys);
        throw cause;
      }
    }
    return failed;
  }
}
