import { type Result, fail, ok } from '#libs/domain/kernel';
import { faultsOfNames } from './check-names.js';
import { type ProcedureDocument, procedureSchema } from './language/procedure.schema.js';
import type { ProcedureFault } from './procedure-fault.js';
import { faultsOfShape } from './shape/shape-faults.js';

/**
 * Reads a procedure: its shape, and that every step, level, vote, clock and paper that it names is there. A fault says where
 * it stands and, where a known name is near, what was probably meant. The ladders it names are files of their own; whether the
 * way can be gone at all says `checkSoundness`.
 */
export function parseProcedure(document: unknown): Result<ProcedureDocument, readonly ProcedureFault[]> {
  const parsed = procedureSchema.safeParse(document);
  if (!parsed.success) return fail(faultsOfShape(document, parsed.error.issues));
  const faults = faultsOfNames(parsed.data);
  return faults.length > 0 ? fail(faults) : ok(parsed.data);
}
