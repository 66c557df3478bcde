import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Bilingual } from '#libs/domain/kernel';
import { dossierQuery } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { useSay } from '../../components/index.js';

/** Names of steps, papers and clocks, by the procedure of the dossier that the page is about. */
export function useReplayNames() {
  const say = useSay();
  const { id } = useParams({ from: '/framed/ho-so/$id/phat-lai' });
  const { data } = useQuery(dossierQuery(id));
  const procedure = useProcedureOf(data);
  const named = (names: Bilingual | undefined, code: string): string => (names ? say(names) : code);
  return {
    procedure,
    step: (code: string) => named(procedure?.steps[code]?.names, code),
    document: (code: string) => named(procedure?.documents.find((each) => each.code === code)?.names, code),
    clock: (code: string) => named(procedure?.clocks[code]?.names, code),
  };
}
