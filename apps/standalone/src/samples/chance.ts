/**
 * Numbers that look thrown and are the same whenever they are asked for again: the generator mulberry32, seeded by a text. What
 * samples make of them is therefore the same on every machine, and where a load that was cut off goes on.
 */
export class Chance {
  private constructor(private state: number) {}

  /** @param of what is to be thrown for: other words, other numbers. */
  static for(...of: readonly (string | number)[]): Chance {
    let hash = 0x811c9dc5;
    for (const char of of.join('/')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
    return new Chance(hash >>> 0);
  }

  /** From one whole number to another, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** @throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.whole(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('Nothing can be picked from an empty list.');
    return picked;
  }

  /** @param percent of the throws that are to come out true. */
  happens(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  /** In [0, 1). */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
