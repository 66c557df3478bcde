import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';

const AT_ONCE = '100';

export type WorkListName = 'mine' | 'free' | 'held' | 'waiting';
export type DueGroup = 'overdue' | 'today' | 'soon' | 'inTime' | 'paused' | 'withoutDue';

/** What the address of the worklist says. */
export interface WorkSearch {
  readonly ds?: WorkListName | undefined;
  readonly han?: DueGroup | undefined;
  readonly buoc?: string | undefined;
  readonly hinhThuc?: string | undefined;
  readonly donVi?: string | undefined;
  /** Another order than by what is due. */
  readonly xep?: 'cho-lau' | 'moi-doi' | undefined;
  readonly sau?: string | undefined;
}

const sortOf = { 'cho-lau': 'waiting', 'moi-doi': 'recent' } as const;

/** One page of one list, soonest due first. */
export const worklistQuery = (position: string | undefined, { ds, han, buoc, hinhThuc, donVi, xep, sau }: WorkSearch) =>
  queryOptions({
    queryKey: ['worklist', position, ds, han, buoc, hinhThuc, donVi, xep, sau],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/worklist', {
          params: {
            query: {
              limit: AT_ONCE,
              list: ds ?? 'mine',
              ...(han ? { due: han } : {}),
              ...(buoc ? { step: buoc } : {}),
              ...(hinhThuc ? { procedure: hinhThuc } : {}),
              ...(donVi ? { unit: donVi } : {}),
              ...(xep ? { sort: sortOf[xep] } : {}),
              ...(sau ? { cursor: sau } : {}),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    // The list moves when somebody asks it to, not when he comes back to the tab.
    refetchOnWindowFocus: false,
  });

/** How much there is in each list, by what is due. */
export const countsQuery = (position: string | undefined) =>
  queryOptions({
    queryKey: ['counts', position],
    queryFn: ({ signal }) => told(api.GET('/api/v1/worklist/counts', { signal })),
  });

export type WorkPage = Awaited<ReturnType<NonNullable<ReturnType<typeof worklistQuery>['queryFn']>>>;
export type WorkItem = WorkPage['items'][number];

/** A piece of work: a dossier may wait for somebody in two roles. */
export const workKey = ({ dossierId, role }: WorkItem): string => `${dossierId} ${role}`;

export type WorkCounts = Awaited<
  ReturnType<NonNullable<ReturnType<typeof countsQuery>['queryFn']>>
>['lists'][WorkListName];
