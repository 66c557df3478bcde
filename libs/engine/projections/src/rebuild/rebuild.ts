import { Interrupted, Shadow, type Filled, type ShadowOptions } from './shadow.js';
import { switchTo } from './switch.js';

export type Rebuilt =
  | {
      readonly state: 'switched';
      readonly filled: Filled;
      /** The tables that served until now, under the names they are kept by until somebody drops them. */
      readonly kept: readonly string[];
      /** Events that could not be taken in. */
      readonly deadLetters: number;
    }
  /** Its signal ended it; the next rebuild goes on from there. */
  | { readonly state: 'interrupted'; readonly filled: Filled };

/**
 * Fills a read model anew from the log beside the one that serves, then lets it take its place in one transaction. Writes
 * nothing but schema `read`: no reaction runs and nothing is sent.
 * @throws ShadowHeld when another process is at it.
 */
export async function rebuild(options: ShadowOptions): Promise<Rebuilt> {
  const { store, owner, projection } = options;
  const shadow = await Shadow.open(options, 'next');
  try {
    await shadow.fill();
    await shadow.index();
    await shadow.fill();
    const kept = await switchTo(shadow, store, owner, projection);
    const { rows } = await owner.query<{ count: number }>(
      `select count(*) from read.dead_letter where projection = $1 and version = $2 and place = 'live'`,
      [projection.name, projection.version],
    );
    return { state: 'switched', filled: shadow.filled, kept, deadLetters: rows[0]?.count ?? 0 };
  } catch (error) {
    if (error instanceof Interrupted) return { state: 'interrupted', filled: shadow.filled };
    throw error;
  } finally {
    await shadow.close();
  }
}
