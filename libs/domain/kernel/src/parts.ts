import type { Fact } from './decider.js';

/**
 * How a fact that carries a list says the same in several facts of its type, each of which holds about so many bytes of data at
 * most. Folded one after the other from `before` on they make what the one would have made; only revisions differ.
 */
export type Splitter<State, F extends Fact> = (fact: F, before: State, maxBytes: number) => readonly F[];

/**
 * The data of one fact takes so many bytes at most. Every store takes somewhat more in one append: what is left is for who did
 * it, by which command, and why so late.
 */
export const MOST_FACT_BYTES = 852_000;

const utf8 = new TextEncoder();

/** How many bytes of UTF-8 a value takes as JSON. */
export const bytesOf = (value: unknown): number => utf8.encode(JSON.stringify(value)).length;

/** The items in order, in slices of about so many bytes at most. An item that is larger stands alone. */
export function slices<T>(items: readonly T[], maxBytes: number): T[][] {
  const all: T[][] = [];
  let weight = Infinity;
  for (const item of items) {
    const bytes = bytesOf(item) + 1;
    if (weight + bytes > maxBytes) {
      all.push([]);
      weight = 0;
    }
    all.at(-1)?.push(item);
    weight += bytes;
  }
  return all;
}
