import type { Face } from './faces.js';

/** A piece of text in one face. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** How wide a text is in a face, in points. */
export type Measure = (text: string, face: Face) => number;

/** A word where it stands in its line, from the line's left edge. */
export interface Word extends Run {
  readonly width: number;
}

export interface Line {
  readonly words: readonly Word[];
  /** Of the words and one space between any two. */
  readonly width: number;
}

/**
 * Breaks runs into lines no wider than `width`, the first one by `indent` narrower. Between two words stands one space; a word that
 * is wider than a line is cut where the line ends, so that nothing ever runs over.
 */
export function linesOf(runs: readonly Run[], measure: Measure, width: number, indent = 0): readonly Line[] {
  const lines: Line[] = [];
  let words: Word[] = [];
  let filled = 0;
  const roomOf = (index: number): number => width - (index === 0 ? indent : 0);
  const close = (): void => {
    lines.push({ words, width: filled });
    words = [];
    filled = 0;
  };
  for (const { text, face } of runs) {
    const space = measure(' ', face);
    for (const word of text.normalize('NFC').split(' ')) {
      for (const piece of fitting(word, face, measure, width - indent)) {
        const gap = words.length === 0 ? 0 : space;
        const own = measure(piece, face);
        if (words.length > 0 && filled + gap + own > roomOf(lines.length)) close();
        filled += (words.length === 0 ? 0 : gap) + own;
        words.push({ text: piece, face, width: own });
      }
    }
  }
  if (words.length > 0 || lines.length === 0) close();
  return lines;
}

/** The same text in as few lines, each about as long as the others: so a title stands over two lines. */
export function balanced(runs: readonly Run[], measure: Measure, width: number): readonly Line[] {
  const usual = linesOf(runs, measure, width);
  let [narrow, wide] = [width / usual.length, width];
  for (let turn = 0; turn < 8 && usual.length > 1; turn++) {
    const tried = (narrow + wide) / 2;
    if (linesOf(runs, measure, tried).length > usual.length) narrow = tried;
    else wide = tried;
  }
  return usual.length > 1 ? linesOf(runs, measure, wide) : usual;
}

/** The word, or pieces of it none of which is wider than a line. */
function fitting(word: string, face: Face, measure: Measure, width: number): readonly string[] {
  if (measure(word, face) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter, face) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
