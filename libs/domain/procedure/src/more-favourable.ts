import type { Procedure, ProcedureDocument } from './language/procedure.schema.js';

/** A rule of a procedure by its path, `votes.ballot.threshold`: what of it may be applied to dossiers of an earlier version (R2). */
export type RulePath = string;

/** The value at a path of a document; `undefined` where there is nothing. Lists are entered by number. */
export function ruleAt(document: ProcedureDocument, path: RulePath): unknown {
  let value: unknown = document;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

/**
 * A version with one rule of another in the place of its own (R2); all other rules, code, version and hash stay. A rule that only one
 * of the two has is taken over as well, as long as what it stands in is there.
 */
export function withRule(procedure: Procedure, path: RulePath, from: ProcedureDocument): Procedure {
  return replaced(procedure, path.split('.'), ruleAt(from, path)) as Procedure;
}

function replaced(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((each: unknown, index) => (String(index) === part ? replaced(each, rest, value) : each));
  if (typeof whole !== 'object' || whole === null) return whole;
  const known = whole as Readonly<Record<string, unknown>>;
  return { ...known, [part]: replaced(known[part], rest, value) };
}
