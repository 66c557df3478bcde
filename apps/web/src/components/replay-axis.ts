/** By what the facts are spread along the bar: one after the other, or as time went by. */
export type ReplayAxis = 'events' | 'time';

/** A time in which nothing happened, drawn shorter than it was. */
export interface FoldedGap {
  /** After this revision. */
  readonly after: number;
  /** Where its middle is, from 0 to 1. */
  readonly at: number;
  readonly days: number;
}

export interface Spread {
  /** Where each fact stands, from 0 to 1. */
  readonly places: readonly number[];
  readonly gaps: readonly FoldedGap[];
}

const DAY_MS = 86_400_000;

/** A gap that is longer is drawn as long as this one. */
const FOLDED_MS = DAY_MS;

/** Facts of the same moment still stand side by side: each step is at least so much of the whole. */
const LEAST_SHARE = 0.3;

/** Spreads facts over a bar by the moments at which they were recorded; long gaps are folded, and said. */
export function spreadByTime(moments: readonly string[]): Spread {
  const waits = moments.slice(1).map((moment, at) => Date.parse(moment) - Date.parse(moments[at] ?? moment));
  const drawn = waits.map((wait) => Math.min(Math.max(wait, 0), FOLDED_MS));
  const all = drawn.reduce((sum, wait) => sum + wait, 0);
  const least = waits.length === 0 ? 0 : LEAST_SHARE / waits.length;
  const shares = drawn.map((wait) => least + (all === 0 ? 1 / waits.length - least : (wait / all) * (1 - LEAST_SHARE)));
  const places = [0];
  for (const share of shares) places.push((places.at(-1) ?? 0) + share);
  const gaps = waits.flatMap((wait, after): FoldedGap[] => {
    const [from = 0, to = 1] = [places[after], places[after + 1]];
    return wait > 2 * FOLDED_MS ? [{ after, at: (from + to) / 2, days: Math.round(wait / DAY_MS) }] : [];
  });
  return { places, gaps };
}

/** One after the other, at the same distance. */
export const spreadEvenly = (last: number): Spread => ({
  places: Array.from({ length: last + 1 }, (_, revision) => (last === 0 ? 1 : revision / last)),
  gaps: [],
});

/** The fact that stands nearest to a place on the bar. */
export function nearestTo(places: readonly number[], place: number): number {
  let nearest = 0;
  for (const [revision, own] of places.entries())
    if (Math.abs(own - place) < Math.abs((places[nearest] ?? 0) - place)) nearest = revision;
  return nearest;
}
