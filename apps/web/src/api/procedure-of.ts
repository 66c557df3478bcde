import { useQuery } from '@tanstack/react-query';
import { type ProcedureDocument, usualWayOf } from '#libs/domain/procedure';
import type { Dossier } from './dossier.js';
import { procedureQuery, proceduresQuery } from './names.js';

/** The procedure by which a dossier goes: the version it was received under, before that the one in force. */
export function useProcedureOf(
  dossier: Pick<Dossier, 'procedureCode' | 'procedure'> | undefined,
): ProcedureDocument | undefined {
  const { data: all } = useQuery(proceduresQuery);
  const code = dossier?.procedureCode ?? '';
  const version =
    dossier?.procedure?.version ??
    (
      all?.items.find((each) => each.code === code && each.standing === 'in_force') ??
      all?.items.find((each) => each.code === code)
    )?.version;
  const { data } = useQuery({ ...procedureQuery(code, version ?? ''), enabled: version !== undefined && code !== '' });
  return data;
}

/** The steps of the usual way, in order; forks and joins are no places where somebody works. */
export const wayOf = (procedure: ProcedureDocument): readonly string[] =>
  usualWayOf(procedure).steps.filter((step) => {
    const kind = procedure.steps[step]?.kind;
    return kind !== 'fork' && kind !== 'join';
  });
