import { accentedWord, wordsOf } from '../shared/plain-text.js';

/** A name or unit as it is compared: words without regard to case, composition, spaces and the place of a tone. */
export const comparedText = (text: string): string => wordsOf(text).map(accentedWord).join(' ');
