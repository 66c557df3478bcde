import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Dossier, type NomineeProposal, proposalsQuery } from '../../api/dossier.js';
import { hasRole, useStanding } from '../../shell/standing.js';

type Proposals = ReadonlyMap<string, NomineeProposal>;

const none: Proposals = new Map();

/** What the machine proposes, for who may read earlier awards; to everybody else nothing is proposed, and nothing is asked for. */
export function useProposals(dossier: Pick<Dossier, 'id'>): UseQueryResult<Proposals> {
  const { standing } = useStanding();
  const may = hasRole(standing, 'officer', 'section_head', 'secretary', 'authority', 'clerk', 'auditor');
  return useQuery({
    ...proposalsQuery(dossier.id),
    enabled: standing !== undefined && may,
    ...(standing !== undefined && !may ? { initialData: none } : {}),
  });
}
