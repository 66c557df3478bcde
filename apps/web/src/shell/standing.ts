import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Role } from '#libs/domain/kernel';
import { positionsQuery, queryClient } from '../api/queries.js';
import { actIn, actingPosition } from '../api/tab.js';

type Positions = Awaited<ReturnType<NonNullable<(typeof positionsQuery)['queryFn']>>>;
export type Standing = Positions['items'][number];

/** In which position this tab acts; `undefined` for who stands nowhere. The tab says so with every request from then on. */
export function standingIn({ items }: Positions): Standing | undefined {
  const chosen = actingPosition();
  const standing =
    items.find(({ positionId }) => positionId === chosen) ?? items.find(({ usual }) => usual) ?? items[0];
  if (standing?.positionId !== chosen) actIn(standing?.positionId);
  return standing;
}

export function useStanding(): { readonly standing: Standing | undefined; readonly others: readonly Standing[] } {
  const { data } = useQuery(positionsQuery);
  return useMemo(() => {
    const standing = data && standingIn(data);
    return { standing, others: data?.items.filter((each) => each !== standing) ?? [] };
  }, [data]);
}

export const hasRole = (standing: Standing | undefined, ...roles: readonly Role[]): boolean =>
  standing?.roles.some((role) => roles.includes(role)) ?? false;

/** Acts in another position from now on: what was read in the old one is forgotten. */
export async function changePosition(positionId: string): Promise<void> {
  actIn(positionId);
  await queryClient.resetQueries();
}
