import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import { everyItem } from '../../api/every-item.js';
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

/** The number that the register would give next: one more than its last. Which one it is becomes certain with the issue. */
export const nextNumberQuery = (bodyId: string, series: string, year: string) =>
  queryOptions({
    queryKey: ['decisions', 'register', bodyId, series, year],
    queryFn: async ({ signal }): Promise<number> => {
      const taken = await everyItem<{ readonly number: number }>((query) =>
        told(
          api.GET('/api/v1/registers/{id}/{series}/{year}', {
            params: { path: { id: bodyId, series, year }, query: query as never },
            signal,
          }),
        ),
      );
      return (taken.at(-1)?.number ?? 0) + 1;
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
