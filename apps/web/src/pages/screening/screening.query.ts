import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { components, operations } from '../../api/generated/openapi.js';

export type Screened = components['schemas']['ScreenedCase'];
type Answer = operations['screenDossiers']['responses'][200]['content']['application/json'];
export type Question = Answer['question'];

export const questions = [
  'overdue',
  'deadline-changed',
  'against-the-machine',
  'replaced-after-appraisal',
  'outside-working-hours',
  'same-officer',
  'without-assignment',
  'sample',
] as const satisfies readonly Question[];

/** How many rows a page of findings has; of a sample, how many are drawn unless somebody says so. */
export const AT_ONCE = 50;
export const SAMPLE_SIZES = [10, 20, 50, 100] as const;

/** The questions, with how many cases each finds. */
export const questionsQuery = (days: number) =>
  queryOptions({
    queryKey: ['screening', 'questions', days],
    queryFn: ({ signal }) =>
      told(api.GET('/api/v1/screening', { params: { query: { days: String(days) } as never }, signal })),
  });

export interface Asked {
  readonly question: Question;
  readonly days: number;
  readonly seed?: string | undefined;
  readonly size: number;
  readonly cursor?: string | undefined;
}

/** What a question finds. A sample is drawn by its seed: the same seed, the same dossiers. */
export const findingsQuery = ({ question, days, seed, size, cursor }: Asked) =>
  queryOptions({
    queryKey: ['screening', question, days, seed, size, cursor],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/screening/{question}', {
          params: {
            path: { question },
            query: {
              limit: String(question === 'sample' ? size : AT_ONCE),
              ...(question === 'overdue' ? { days: String(days) } : {}),
              ...(question === 'sample' && seed !== undefined ? { seed } : {}),
              ...(cursor === undefined ? {} : { cursor }),
            } as never,
          },
          signal,
        }),
      ),
  });
