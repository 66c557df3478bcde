import type { Procedure, ProcedureDocument } from '../language/procedure.schema.js';
import type { Result } from '#libs/domain/kernel';
import { withoutRetiredWords } from '../language/retired-words.js';
import { parseProcedure } from '../parse-procedure.js';
import type { ProcedureFault } from '../procedure-fault.js';
import { inOrder } from './periods.js';
import type { ProcedureLife, PublishedVersion } from './procedure-life.state.js';

/**
 * A published version as the engine uses it: the document as it was published, with the days on which it takes dossiers as its life
 * says. `undefined` where this program cannot read the text: dossiers bound to it are then told that it is not loaded.
 * @param known a version that was read already, by its hash.
 */
export function publishedProcedure(
  { document, hash, from, until }: Omit<PublishedVersion, 'origin'>,
  known?: (hash: string) => Procedure | undefined,
): Procedure | undefined {
  const read = known?.(hash) ?? readDocument(document, hash);
  if (!read || (read.effective.from === from && read.effective.until === until)) return read;
  return { ...read, effective: { ...read.effective, from, until } };
}

/** Reads a text that lies in the log, also one with words that a file may have no more. */
export const parseStoredProcedure = (document: string): Result<ProcedureDocument, readonly ProcedureFault[]> =>
  parseProcedure(withoutRetiredWords(JSON.parse(document)));

function readDocument(document: string, hash: string): Procedure | undefined {
  const parsed = parseStoredProcedure(document);
  return parsed.ok ? { ...parsed.value, hash } : undefined;
}

/** All versions that were ever published, by their first days. */
export const publishedProcedures = (
  life: ProcedureLife,
  known?: (hash: string) => Procedure | undefined,
): readonly Procedure[] => inOrder(life).flatMap((version) => publishedProcedure(version, known) ?? []);
