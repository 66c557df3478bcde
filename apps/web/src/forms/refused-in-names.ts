import type { ProblemBody } from '../api/problem.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The sentence of a refused command, with nominees by their names: an error itself names nobody, whoever has the dossier before him
 * knows them. Undefined where the refusal has no sentence.
 */
export function refusedInNames(
  { details, params = {} }: ProblemBody,
  nominees: readonly Named[],
): ProblemBody['details'] {
  const ids = new Set(['nominee', 'nomineeId', 'nominees'].flatMap((key) => params[key] ?? []).map(String));
  const names = new Map(nominees.filter(({ id }) => ids.has(id)).map(({ id, name }) => [id, name]));
  const named = (text: string): string => text.replaceAll(/\bN\d+\b/g, (id) => names.get(id) ?? id);
  return details && { vi: named(details.vi), en: named(details.en) };
}
