import type { Bilingual } from '#libs/domain/kernel';
import type { ProblemBody } from '../api/problem.js';

/** A word or a code, without what stands behind it in a sentence. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu;

/**
 * The sentence of a refused command, with what it names by its code called as the page calls it. Undefined where the refusal has no
 * sentence.
 */
export function refusedCalled(
  { details, params = {} }: ProblemBody,
  called: (code: string) => Bilingual | undefined,
): ProblemBody['details'] {
  if (!details) return undefined;
  const names = new Map(
    Object.values(params)
      .flat()
      .flatMap((code) => (typeof code === 'string' ? [[code, called(code)] as const] : [])),
  );
  const named = (text: string, language: keyof Bilingual): string =>
    text.replaceAll(WORD, (word) => names.get(word)?.[language] ?? word);
  return { vi: named(details.vi, 'vi'), en: named(details.en, 'en') };
}
