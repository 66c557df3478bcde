import { createHash } from 'node:crypto';
import { type Result, fail, ok } from '#libs/domain/kernel';
import { type Procedure, parseProcedure } from '#libs/domain/procedure';
import canonicalize from 'canonicalize';
import { type LawFault, type LawFile, fault, readLawFolder } from './law-files.js';
import { order, sortKey } from './law.js';

/** A document as it is hashed and kept: its canonical text (RFC 8785), and the SHA-256 of that in hexadecimal. */
export function canonicalProcedure(document: unknown): { readonly text: string; readonly hash: string } {
  const text = canonicalize(document) ?? '';
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** The hash to which dossiers are pinned, of the document as it stands in its file. */
export const hashOf = (document: unknown): string => canonicalProcedure(document).hash;

interface LoadedProcedure {
  readonly file: string;
  readonly procedure: Procedure;
  readonly text: string;
}

/** Procedures with the canonical text of each. */
export interface LoadedProcedures {
  readonly procedures: readonly Procedure[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Every version of every procedure under `procedures/`, by code and first day, or all that is wrong with them. */
export function loadProcedures(root: string): Result<LoadedProcedures, readonly LawFault[]> {
  const faults: LawFault[] = [];
  const loaded: LoadedProcedure[] = [];
  const files = readLawFolder(root, 'procedures');
  for (const file of files) {
    const procedure = file.ok ? toProcedure(file.value) : fail([file.error]);
    if (!procedure.ok) faults.push(...procedure.error);
    else if (file.ok) loaded.push({ file: file.value.file, ...procedure.value });
  }
  if (files.length === 0) faults.push(fault('procedures', 'there is no procedure in it'));
  loaded.sort((one, other) => order(sortKey(one.procedure), sortKey(other.procedure)));
  faults.push(...overlaps(loaded));
  if (faults.length > 0) return fail(faults);
  const texts = new Map(loaded.map(({ procedure, text }) => [procedure.hash, text]));
  return ok({ procedures: loaded.map(({ procedure }) => procedure), texts });
}

function toProcedure({ file, document }: LawFile): Result<Omit<LoadedProcedure, 'file'>, readonly LawFault[]> {
  const parsed = parseProcedure(document);
  if (!parsed.ok) return fail(parsed.error.map(({ path, message }) => fault(file, message, path)));
  const { code, version, effective } = parsed.value;
  const wanted = `procedures/${code}.${version}.json`;
  const faults: LawFault[] = [];
  if (file !== wanted) faults.push(fault(file, `it holds ${code} ${version}, so its name must be ${wanted}`));
  if (effective.until !== null && effective.until <= effective.from) {
    const message = `it ends on ${effective.until}, not after its first day ${effective.from}`;
    faults.push(fault(file, message, 'effective.until'));
  }
  const { text, hash } = canonicalProcedure(document);
  return faults.length > 0 ? fail(faults) : ok({ procedure: { ...parsed.value, hash }, text });
}

/** Versions of one code whose days in force overlap: on such a day nobody could say which one a dossier is bound to (R1). */
function overlaps(sorted: readonly { readonly file: string; readonly procedure: Procedure }[]): LawFault[] {
  return sorted.flatMap(({ file, procedure }, index) => {
    const { from } = procedure.effective;
    const before = sorted
      .slice(0, index)
      .find((other) => other.procedure.code === procedure.code && endOf(other.procedure) > from);
    if (!before) return [];
    const message = `in force from ${from}, while ${before.file} is in force ${lastDayText(before.procedure)}`;
    return [fault(file, message, 'effective.from')];
  });
}

/** After every date there is. */
const NEVER = '~';
const endOf = ({ effective }: Procedure): string => effective.until ?? NEVER;
const lastDayText = ({ effective }: Procedure): string =>
  effective.until === null ? 'without an end' : `until the day before ${effective.until}`;
