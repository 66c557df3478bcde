/**
 * The name among the known ones that somebody probably meant: the one with the fewest letters to change, or nothing when even
 * that is another word.
 */
export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(wrong.length / 3)) + 1;
  for (const name of known) {
    const changes = lettersToChange(wrong.toLowerCase(), name.toLowerCase(), fewest);
    if (changes < fewest) [best, fewest] = [name, changes];
  }
  return best;
}

/** The edit distance of two names (Levenshtein), given up once it reaches the limit. */
function lettersToChange(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? limit;
}
