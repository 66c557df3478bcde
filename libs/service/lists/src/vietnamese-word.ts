/**
 * Whether a word can be a Vietnamese syllable. Not a dictionary: it knows which initials, rimes and tones go together at
 * all, which is enough to tell `Nguyễn` from `NguyÔn`. Names from other languages are no syllables either; the callers
 * therefore compare readings and never reject a word for this alone.
 */
export function readsAsVietnamese(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONES)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(decomposed.replace(TONES, '').normalize('NFC'));
}

/** Huyền, sắc, hỏi, ngã, nặng. */
const TONES = /[\u0300\u0301\u0309\u0303\u0323]/g;

const INITIAL = '(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|n(?:gh?|h)?|ph?|qu|r|s|th?|tr|v|x)?';

const RIMES = [
  'a(?:ch?|i|m|n[gh]?|o|p|t|u|y)?',
  'ă(?:c|m|ng?|p|t)',
  'â(?:c|m|ng?|p|t|u|y)',
  'e(?:c|m|ng?|o|p|t)?',
  'ê(?:ch|m|nh?|p|t|u)?',
  'i(?:a|ch|m|nh?|p|t|u|ê(?:c|m|ng?|p|t|u))?',
  'o(?:c|i|m|ng?|p|t|a(?:ch?|i|m|n[gh]?|o|p|t|y)?|ă(?:c|m|ng?|t)|e(?:n|o|t)?|o(?:c|ng))?',
  'ô(?:c|i|m|ng?|p|t)?',
  'ơ(?:i|m|n|p|t)?',
  'u(?:a|c|i|m|ng?|p|t|â(?:n|t|y|ng)|ê(?:ch|nh?)?|ơ|ô(?:c|i|m|ng?|t)|y(?:a|ch|nh?|t|u|ê(?:n|t))?)?',
  'ư(?:a|c|i|m|ng|t|u|ơ(?:c|i|m|ng?|p|t|u))?',
  'y(?:nh|ê(?:m|ng?|t|u))?',
];

const SYLLABLE = new RegExp(`^${INITIAL}(?:${RIMES.join('|')})$`);
