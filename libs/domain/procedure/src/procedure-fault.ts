import type { Bilingual, Language } from '#libs/domain/kernel';
import { nearestName } from './nearest-name.js';

/** A fault in a procedure file, with the path at which it stands: `steps.intake.acts.receive.to`. */
export interface ProcedureFault {
  readonly path: string;
  /** What is wrong, in English: for logs, and for whoever starts the system. */
  readonly message: string;
  readonly words: Bilingual;
  /** What was probably meant. */
  readonly suggestion?: string;
}

export function procedureFault(path: string, words: Bilingual, suggestion?: string): ProcedureFault {
  const vi = suggestion === undefined ? words.vi : `${words.vi} (có phải là ${suggestion}?)`;
  const en = suggestion === undefined ? words.en : `${words.en}; did you mean ${suggestion}?`;
  return { path, message: en, words: { vi, en }, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** A word that is none of those which may stand there: with the one that was probably meant, or else all of them. */
export function unlike(path: string, words: Bilingual, given: string, known: readonly string[]): ProcedureFault {
  const near = nearestName(given, known);
  return procedureFault(path, near === undefined ? withChoice(words, known) : words, near);
}

/** … with all that may stand there. */
export const withChoice = ({ vi, en }: Bilingual, known: readonly string[]): Bilingual =>
  known.length === 0
    ? { vi, en }
    : { vi: `${vi}; có thể dùng: ${known.join(', ')}`, en: `${en}; what may stand here: ${known.join(', ')}` };

/** The fault as one line. */
export const sentenceOfProcedureFault = ({ path, words }: ProcedureFault, language: Language): string =>
  path === '' ? words[language] : `${path}: ${words[language]}`;
