import type { ProblemBody } from '../api/problem.js';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/**
 * The sentence of a no about several dossiers, with dossiers by their titles: an error names them by their ids, whoever has the letter
 * before him knows them. Undefined where the refusal has no sentence.
 */
export function refusedInTitles(
  { details, params = {} }: Pick<ProblemBody, 'details' | 'params'>,
  dossiers: readonly Titled[],
): ProblemBody['details'] {
  const ids = ['dossier', 'dossiers'].flatMap((key) => params[key] ?? []).map(String);
  const known = dossiers.filter(({ id }) => ids.includes(id));
  const titled = (text: string): string =>
    known.reduce((said, { id, title }) => said.replaceAll(id, `“${title}”`), text);
  return details && { vi: titled(details.vi), en: titled(details.en) };
}
