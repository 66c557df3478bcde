import type { Bilingual, Language } from '#libs/domain/kernel';

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

/** The fault as one line. */
export const sentenceOfProcedureFault = ({ path, words }: ProcedureFault, language: Language): string =>
  path === '' ? words[language] : `${path}: ${words[language]}`;
