import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, told } from './client.js';

/** All handovers in which one is a side, or of units that one leads; the latest first. */
export const handoversQuery = queryOptions({
  queryKey: ['handovers'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/handovers', { params: { query: { limit: '100' } }, signal })),
});

/** One with its work, the most urgent first, a page at a time. */
export const handoverQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['handovers', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      told(
        api.GET('/api/v1/handovers/{id}', {
          params: { path: { id }, query: { limit: '50', ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What somebody in a position would hand over. */
export const openWorkQuery = (unitId: string, account: string, position: string) =>
  queryOptions({
    queryKey: ['unit', unitId, 'open-work', account, position],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/units/{id}/open-work', {
          params: { path: { id: unitId }, query: { account, position } },
          signal,
        }),
      ),
    retry: false,
  });

type Listed = Awaited<ReturnType<NonNullable<(typeof handoversQuery)['queryFn']>>>;
export type HandoverListed = Listed['items'][number];
export type HandoverRead = Awaited<ReturnType<NonNullable<ReturnType<typeof handoverQuery>['queryFn']>>>;
export type HandedItem = HandoverRead['items'][number];
export type OpenWorkItem = Awaited<
  ReturnType<NonNullable<ReturnType<typeof openWorkQuery>['queryFn']>>
>['items'][number];
