import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { components } from '../../api/generated/openapi.js';

/** That somebody opened something, as the page lists it. */
export interface Opening {
  readonly key: string;
  readonly at: string;
  readonly by: components['schemas']['Person'];
  readonly what: 'dossier' | 'document' | 'log' | 'paper';
  readonly times: number;
  /** Of a file: which one. */
  readonly sha256?: string | undefined;
  /** Of a paper: which one, in which form. */
  readonly kind?: string;
  readonly format?: string;
  readonly ofDecision?: boolean;
}

const AT_ONCE = '50';
const pageOf = (cursor: string) => ({ limit: AT_ONCE, ...(cursor === '' ? {} : { cursor }) }) as never;
const paging = { initialPageParam: '', getNextPageParam: ({ next }: { readonly next: string | null }) => next };

/** Openings of a dossier, its files and its events, newest first. */
export const dossierOpeningsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['dossier', id, 'openings'],
    ...paging,
    queryFn: async ({ pageParam, signal }) => {
      const { items, next } = await told(
        api.GET('/api/v1/dossiers/{id}/openings', { params: { path: { id }, query: pageOf(pageParam) }, signal }),
      );
      return {
        next,
        items: items.map(({ what, at, by, times, sha256 }): Opening => ({
          key: `${what} ${at} ${by.accountId} ${sha256 ?? ''}`,
          what,
          at,
          by,
          times,
          sha256: sha256 ?? undefined,
        })),
      };
    },
  });

/** Papers that were made of a dossier or of a decision, newest first. */
export const paperOpeningsQuery = (subject: 'dossier' | 'decision', id: string) =>
  infiniteQueryOptions({
    queryKey: [subject, id, 'paper-openings'],
    ...paging,
    queryFn: async ({ pageParam, signal }) => {
      const asked = { params: { path: { id }, query: pageOf(pageParam) }, signal };
      const { items, next } = await told(
        subject === 'dossier'
          ? api.GET('/api/v1/dossiers/{id}/paper-openings', asked)
          : api.GET('/api/v1/decisions/{id}/paper-openings', asked),
      );
      return {
        next,
        items: items.map(({ id: opening, at, by, kind, format }): Opening => ({
          key: `paper ${subject} ${opening}`,
          what: 'paper',
          at,
          by,
          times: 1,
          kind,
          format,
          ofDecision: subject === 'decision',
        })),
      };
    },
  });
