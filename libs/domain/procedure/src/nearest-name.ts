/**
 * The name among the known ones that somebody probably meant: the one with the fewest letters to change, or nothing when even
 * that is another word.
 */
export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Of three letters two changed are another word.
  let fewest = (wrong.length < 4 ? 1 : Math.max(2, Math.floor(wrong.length / 3))) + 1;
  for (const name of known) {
    const changes = lettersToChange(wrong.toLowerCase(), name.toLowerCase(), fewest);
    if (changes < fewest) [best, fewest] = [name, changes];
  }
  return best;
}

/** The edit distance of two names (optimal string alignment: letters that change places are one slip), given up once it reaches the limit. */
function lettersToChange(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let above: readonly number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + same,
          swapped ? (above[j - 2] ?? 0) + 1 : limit,
        ),
      );
    }
    [above, row] = [row, next];
  }
  return row[other.length] ?? limit;
}
