/** How fast read models move: what lies between two looks. Nothing is known at the first. */
export class Rates {
  private readonly seen = new Map<
    string,
    { readonly ordinal: number; readonly at: number; readonly rate: number | null }
  >();

  /** @param at milliseconds of a clock that never runs backwards. */
  look(name: string, ordinal: number, at: number): number | null {
    const last = this.seen.get(name);
    // Looks that follow each other at once say nothing new.
    if (last && at - last.at < 500) return last.rate;
    const rate = last ? Math.max(0, Math.round(((ordinal - last.ordinal) * 1_000) / (at - last.at))) : null;
    this.seen.set(name, { ordinal, at, rate });
    return rate;
  }
}
