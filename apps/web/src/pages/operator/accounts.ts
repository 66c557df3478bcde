import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import { everyItem } from '../../api/every-item.js';
import type { operations } from '../../api/generated/openapi.js';
import type { Choice } from '../../components/index.js';
import { byGivenName } from '../../format/names.js';
import { hasRole, useStanding } from '../../shell/standing.js';

export type AccountListed =
  operations['listAccounts']['responses'][200]['content']['application/json']['items'][number];

/** All accounts, for those who keep them: an office has some hundred. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => {
    const all = await everyItem((query) => told(api.GET('/api/v1/accounts', { params: { query }, signal })));
    return all.sort((one, other) => byGivenName(one.name, other.name));
  },
});

/** The list, for those whose it is; nobody else asks for it. */
function useAccounts(): readonly AccountListed[] | undefined {
  const { standing } = useStanding();
  return useQuery({ ...accountsQuery, enabled: hasRole(standing, 'operator'), retry: false }).data;
}

/** Answers somebody's name by his account; the account until it is known, and for those who may not read the list. */
export function useAccountNames(): (id: string) => string {
  const data = useAccounts();
  return (id) => data?.find((each) => each.id === id)?.name ?? id;
}

/** Everybody who can sign in, to choose from. */
export function useAccountChoices(): readonly Choice[] {
  const data = useAccounts();
  return (data ?? [])
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
}
