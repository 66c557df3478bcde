import { type Result, fail, ok } from '#libs/domain/kernel';
import { z } from 'zod';
import { faultsOfNames } from './check-names.js';
import { type ProcedureDocument, procedureSchema } from './language/procedure.schema.js';
import { nearestName } from './nearest-name.js';
import { type ProcedureFault, procedureFault } from './procedure-fault.js';

/**
 * Reads a procedure: its shape, and that every step, level, vote, clock and paper that it names is there. A fault says where
 * it stands and, where a known name is near, what was probably meant. The ladders it names are files of their own; whether the
 * way can be gone at all says `checkSoundness`.
 */
export function parseProcedure(document: unknown): Result<ProcedureDocument, readonly ProcedureFault[]> {
  const parsed = procedureSchema.safeParse(document);
  if (!parsed.success) return fail(parsed.error.issues.flatMap((issue) => faultsOfIssue(innermost(issue))));
  const faults = faultsOfNames(parsed.data);
  return faults.length > 0 ? fail(faults) : ok(parsed.data);
}

type Issue = z.core.$ZodIssue;

/** Of the shapes that a place may have, the one that fits best says what is wrong. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const nearest = issue.errors.toSorted((one, other) => depth(other) - depth(one))[0]?.[0];
  if (!nearest || nearest.path.length === 0) return issue;
  return innermost({ ...nearest, path: [...issue.path, ...nearest.path] });
}

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

function faultsOfIssue(issue: Issue): ProcedureFault[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      procedureFault(
        path,
        { vi: `không có mục nào tên là “${key}”`, en: `there is no entry called “${key}”` },
        nearestName(key, knownKeys()),
      ),
    );
  }
  const words = { vi: vietnamese(issue), en: issue.message };
  if (issue.code !== 'invalid_value') return [procedureFault(path, words)];
  const given = typeof issue.input === 'string' ? nearestName(issue.input, issue.values.map(String)) : undefined;
  return [procedureFault(path, words, given)];
}

const vietnameseOf = z.locales.vi().localeError;

function vietnamese(issue: Issue): string {
  const said = vietnameseOf(issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

let keys: ReadonlySet<string> | undefined;

/** Every word that may stand as a key somewhere in a procedure. */
function knownKeys(): ReadonlySet<string> {
  keys ??= new Set(keysIn(procedureJsonSchema()));
  return keys;
}

function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value as object), ...Object.values(value as object).flatMap(keysIn)]
      : keysIn(value),
  );
}

/** The language as JSON Schema (draft 2020-12): published as `docs/procedure.schema.json`, for editors and other programs. */
export function procedureJsonSchema(): Record<string, unknown> {
  return {
    title: 'Vinh Danh: procedure of an award (quy trình xét khen thưởng)',
    ...(z.toJSONSchema(procedureSchema, { io: 'input', target: 'draft-2020-12' }) as Record<string, unknown>),
  };
}
