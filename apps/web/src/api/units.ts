import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, told } from './client.js';

/** A unit as it is today: positions, mandates, handovers, and the revision on which a command rests. */
export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id, 'now'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/units/{id}', { params: { path: { id } }, signal })),
  });

/** Who stands where in a unit, by name: for those of the unit. */
export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id, 'people'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/units/{id}/people', { params: { path: { id } }, signal })),
  });

/** The name of a colleague by his account; nothing of a unit that the reader may not look into. */
export function useColleagueNames(unitId: string | undefined): (accountId: string | null) => string | undefined {
  const { data } = useQuery({ ...peopleQuery(unitId ?? ''), enabled: unitId !== undefined, retry: false });
  const names = useMemo(
    () =>
      new Map(data?.positions.flatMap(({ people }) => people.map(({ accountId, name }) => [accountId, name] as const))),
    [data],
  );
  return useCallback((accountId) => (accountId === null ? undefined : names.get(accountId)), [names]);
}
