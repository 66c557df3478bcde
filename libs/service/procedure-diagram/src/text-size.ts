/** Widths in em of letters of a wide sans-serif face, so that text fits in whichever face the reader has. Marks take no room. */
const narrow = new Set("ijlI.,:;|!'’()[] ·");
const slim = new Set('frt-/"“”');
const wide = new Set('mwMW—…@%');

function widthOfLetter(letter: string): number {
  if (narrow.has(letter)) return 0.36;
  if (slim.has(letter)) return 0.46;
  if (wide.has(letter)) return 0.98;
  if (/\d/.test(letter)) return 0.64;
  return letter === letter.toLowerCase() ? 0.62 : 0.74;
}

/** The width of a line in pixels, on the safe side. */
export function widthOf(text: string, size: number, bold = false): number {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '');
  const em = Array.from(letters).reduce((sum, letter) => sum + widthOfLetter(letter), 0);
  return em * size * (bold ? 1.07 : 1);
}

/** Breaks a text between words into lines that fit; a word that fits nowhere has a line of its own. */
export function linesOf(text: string, room: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, size, bold) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
