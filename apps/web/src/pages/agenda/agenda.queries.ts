import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { components } from '../../api/generated/openapi.js';

export type Listed = components['schemas']['DossierListItem'];
export type Blocked = components['schemas']['BlockedBy'];
export type BlockedLine = components['schemas']['BlockedLine'];
export type Outlook = components['schemas']['VoteOutlook'];

const AT_ONCE = 100;
const LATELY = 8;

/** Dossiers that lie at the vote of a council, soonest due first. */
export const waitingQuery = (position: string | undefined) =>
  queryOptions({
    queryKey: ['agenda', position, 'waiting'],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/dossiers', {
          params: { query: { stepKind: 'vote', limit: String(AT_ONCE) } as never },
          signal,
        }),
      ),
  });

/** Dossiers on which a council has met, what has changed last first. */
export const votedQuery = (position: string | undefined) =>
  queryOptions({
    queryKey: ['agenda', position, 'voted'],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/dossiers', {
          params: { query: { leftStepKind: 'vote', sort: 'recent', limit: String(LATELY) } as never },
          signal,
        }),
      ),
  });

/** Members of the council, how many are there, letters of the absent. */
export interface Session {
  readonly members: number;
  readonly present: number;
  readonly written: number;
}

/** What the arithmetic of the vote means for such a session. */
export const outlookQuery = (id: string, { members, present, written }: Session) =>
  queryOptions({
    queryKey: ['dossier', id, 'outlook', members, present, written],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/dossiers/{id}/vote-outlook', {
          params: {
            path: { id },
            query: { members: String(members), present: String(present), written: String(written) } as never,
          },
          signal,
        }),
      ),
    retry: false,
  });
