import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, told } from './client.js';
import { everyItem } from './every-item.js';
import type { components } from './generated/openapi.js';
import { isProblem } from './problem.js';

type Schemas = components['schemas'];

export type Dossier = Schemas['DossierAsRead'];
export type Nominee = Schemas['Nominee'];
export type AllowedCommand = Schemas['AllowedCommand'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type ListedDocument = Schemas['ListedDocument'];
export type NomineeProposal = Schemas['NomineeProposal'];
export type Procedure = Schemas['Procedure'];
export type DecisionTold = Schemas['Decision'];

const path = (id: string) => ({ path: { id } });

/** A dossier as its facts say it is now. Queries about one begin with `['dossier', id]`: the live line reads them anew. */
export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'now'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/dossiers/{id}', { params: path(id), signal })),
  });

/** What the reader may do with it in his position, and why not the rest. */
export const allowedQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'allowed'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/dossiers/{id}/allowed', { params: path(id), signal })),
  });

export const blockedQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'blocked'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/dossiers/{id}/blocked-by', { params: path(id), signal })),
  });

export const documentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'documents'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/dossiers/{id}/documents', { params: path(id), signal })),
  });

export const holdersQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'holders'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/dossiers/{id}/holders', { params: path(id), signal })),
  });

export const explanationQuery = (id: string, deadlineId: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'deadline', deadlineId],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/dossiers/{id}/deadlines/{deadlineId}/explanation', {
          params: { path: { id, deadlineId } },
          signal,
        }),
      ),
  });

/** The timeline, newest first, a page at a time. */
export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['dossier', id, 'timeline'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      told(
        api.GET('/api/v1/dossiers/{id}/timeline', {
          params: {
            ...path(id),
            query: {
              order: 'newestFirst',
              limit: '200',
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            } as never,
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What the system proposes about each nominee; nothing for who may not read earlier awards. */
export const proposalsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'proposals'],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, NomineeProposal>> => {
      try {
        const found = await everyItem<NomineeProposal>((query) =>
          told(api.GET('/api/v1/dossiers/{id}/proposals', { params: { ...path(id), query: query as never }, signal })),
        );
        return new Map(found.map((each) => [each.nomineeId, each]));
      } catch (error) {
        if (!isProblem(error) || (error.body.status !== 403 && error.body.status !== 404)) throw error;
        return new Map();
      }
    },
  });

/** Where a file is handed out; each opening is recorded. */
export const fileAddress = (id: string, sha256: string): string => `/api/v1/dossiers/${id}/documents/${sha256}`;
