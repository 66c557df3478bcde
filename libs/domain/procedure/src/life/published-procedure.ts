import type { Procedure } from '../language/procedure.schema.js';
import { parseProcedure } from '../parse-procedure.js';
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

function readDocument(document: string, hash: string): Procedure | undefined {
  const parsed = parseProcedure(JSON.parse(document));
  return parsed.ok ? { ...parsed.value, hash } : undefined;
}

/** All versions that were ever published, by their first days. */
export const publishedProcedures = (
  life: ProcedureLife,
  known?: (hash: string) => Procedure | undefined,
): readonly Procedure[] => inOrder(life).flatMap((version) => publishedProcedure(version, known) ?? []);
