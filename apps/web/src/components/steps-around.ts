/** As many steps as a line of the page can name. */
const MOST = 9;
/** Of a longer way: what is around the place one is at, beside its end and what is folded. */
const NEAR = 6;

/** Steps that are not named, so that nobody takes the line for the whole way. */
export interface Folded {
  readonly folded: number;
  readonly state: 'done' | 'ahead';
}

/** A long way shows what is around the place one is at, and its end; between them it says how many steps it leaves out. */
export function stepsAround<Step>(all: readonly Step[], now: number): readonly (Step | Folded)[] {
  if (all.length <= MOST) return all;
  const from = Math.max(0, Math.min(now - 2, all.length - 1 - NEAR));
  const to = from + NEAR;
  return [
    ...(from > 0 ? [{ folded: from, state: 'done' as const }] : []),
    ...all.slice(from, to),
    ...(to < all.length - 1 ? [{ folded: all.length - 1 - to, state: 'ahead' as const }] : []),
    ...all.slice(-1),
  ];
}
