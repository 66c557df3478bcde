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
  { document, hash, from, until, pinAt }: Omit<PublishedVersion, 'origin'>,
  known?: (hash: string) => Procedure | undefined,
): Procedure | undefined {
  const text = known?.(hash) ?? readDocument(document, hash);
  const read = text && boundAt(text, pinAt);
  if (!read || (read.effective.from === from && read.effective.until === until)) return read;
  return { ...read, effective: { ...read.effective, from, until } };
}

type BindingReceipt = NonNullable<ProcedureDocument['transition']>['pinAt'];

/** At which receipt dossiers are bound, the publication says: an earlier program published the word and bound them at the first. */
function boundAt(procedure: Procedure, pinAt: BindingReceipt = 'first_receipt'): Procedure {
  const { transition } = procedure;
  return transition && transition.pinAt !== pinAt ? { ...procedure, transition: { ...transition, pinAt } } : procedure;
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
