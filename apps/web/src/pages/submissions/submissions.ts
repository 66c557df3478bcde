import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '#libs/domain/kernel';
import { api, told } from '../../api/client.js';
import { everyItem } from '../../api/every-item.js';
import type { components } from '../../api/generated/openapi.js';

export type LetterListed = components['schemas']['ListedSubmission'];
export type Letter = components['schemas']['Submission'];
export type Waiting = components['schemas']['WaitingForSubmission'];

export type LetterStage = Letter['stage'];

/** Letters of the body, and those that were addressed to it; the youngest first. */
export const lettersQuery = (stage: LetterStage | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['submissions', stage ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/submissions', {
          params: {
            query: {
              limit: '20',
              ...(stage === undefined ? {} : { stage }),
              ...(cursor === undefined ? {} : { cursor }),
            } as never,
          },
          signal,
        }),
      ),
  });

/** A letter as its facts say it is now. Queries about one begin with `['submission', id]`. */
export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id, 'now'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/submissions/{id}', { params: { path: { id } }, signal })),
  });

export const letterAllowedQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id, 'allowed'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/submissions/{id}/allowed', { params: { path: { id } }, signal })),
  });

/** What happened to a letter, oldest first. */
export const letterTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id, 'timeline'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/submissions/{id}/timeline', { params: { path: { id } }, signal })),
  });

/** Dossiers of the own body that wait for a letter and stand on none. */
export const waitingQuery = queryOptions({
  queryKey: ['submissions', 'waiting'],
  queryFn: ({ signal }) =>
    everyItem<Waiting>((query) =>
      told(api.GET('/api/v1/submissions/waiting', { params: { query: query as never }, signal })),
    ),
});

/** Whether a dossier may go to an addressee: a body that works here, or a level outside. */
export const goesTo = ({ ways }: Waiting, { level, bodyId }: Letter['to']): boolean =>
  ways.some((way) => way.level === level && (bodyId === undefined ? way.outside : way.toBody));

/** To whom a letter goes, by name. */
export const addresseeOf = (
  { to, levelName }: Pick<LetterListed, 'to' | 'levelName'>,
  unit: (id: string) => Bilingual,
): Bilingual => (to.bodyId === undefined ? levelName : unit(to.bodyId));
