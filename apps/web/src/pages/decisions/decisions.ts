import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { components } from '../../api/generated/openapi.js';

export type DecisionListed = components['schemas']['DecisionListed'];
export type DecisionRead = components['schemas']['Decision'];
export type Recipients = components['schemas']['DecisionRecipients'];

/** Drafts that wait for a signature, or what was issued; the most urgent first. */
export const decisionsQuery = (stage: 'drafted' | 'issued', cursor: string | undefined) =>
  queryOptions({
    queryKey: ['decisions', stage, cursor ?? ''],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/decisions', {
          params: { query: { stage, limit: '20', ...(cursor === undefined ? {} : { cursor }) } as never },
          signal,
        }),
      ),
  });

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id, 'now'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/decisions/{id}', { params: { path: { id } }, signal })),
  });

export const recipientsQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id, 'recipients'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/decisions/{id}/recipients', { params: { path: { id } }, signal })),
  });

export const decisionAllowedQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id, 'allowed'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/decisions/{id}/allowed', { params: { path: { id } }, signal })),
  });

const NUMBERS_AT_ONCE = '200';

/** The number that the register would give next: one more than its last. Which one it is becomes certain with the issue. */
export const nextNumberQuery = (bodyId: string, series: string, year: string) =>
  queryOptions({
    queryKey: ['decisions', 'register', bodyId, series, year],
    queryFn: async ({ signal }): Promise<number> => {
      let last = 0;
      let cursor: string | null = null;
      do {
        const page: { readonly items: readonly { readonly number: number }[]; readonly next: string | null } =
          await told(
            api.GET('/api/v1/registers/{id}/{series}/{year}', {
              params: {
                path: { id: bodyId, series, year },
                query: { limit: NUMBERS_AT_ONCE, ...(cursor === null ? {} : { cursor }) } as never,
              },
              signal,
            }),
          );
        last = page.items.at(-1)?.number ?? last;
        cursor = page.next;
      } while (cursor !== null);
      return last + 1;
    },
    retry: false,
  });

/** Dossiers that lie at the signing and stand in no draft yet. */
export const toDraftQuery = queryOptions({
  queryKey: ['decisions', 'to-draft'],
  queryFn: async ({ signal }) => {
    const page = await told(
      api.GET('/api/v1/dossiers', { params: { query: { stepKind: 'sign', limit: '100' } as never }, signal }),
    );
    return page.items.filter(({ decisionId }) => decisionId === null);
  },
});
