import type { Refusal } from '#libs/domain/kernel';
import type { ProcedureDocument } from '#libs/domain/procedure';

/**
 * Căn cứ: by what a procedure says no. It is the version to which the dossier is bound, or would be if it were received now (R1),
 * and stands in the texts of that version.
 */
export const groundOf = ({ code, version, names, sources }: ProcedureDocument) =>
  ({ rule: 'R1', source: sources.join('; '), procedure: { code, version, names } }) as const satisfies Omit<
    Refusal,
    'code'
  >;
