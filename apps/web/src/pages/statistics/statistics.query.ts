import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { components } from '../../api/generated/openapi.js';

export type Figures = components['schemas']['Figures'];
export type Figure = Figures['figures'][number];
export type Group = Figure['groups'][number];

/** Of which dossiers figures are asked: those received in a year of the office, of one award. */
export interface FiguresAsked {
  readonly year?: number | undefined;
  readonly award?: string | undefined;
}

export const figuresQuery = (positionId: string | undefined, { year, award }: FiguresAsked) =>
  queryOptions({
    queryKey: ['figures', positionId, year, award],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/statistics/figures', {
          params: {
            query: {
              ...(year === undefined ? {} : { receivedFrom: `${year}-01-01`, receivedTo: `${year}-12-31` }),
              ...(award === undefined ? {} : { award }),
            } as never,
          },
          signal,
        }),
      ),
  });

/** The figure by its key; the page leaves out what the server does not tell. */
export const figureOf = ({ figures }: Figures, key: Figure['key']): Figure | undefined =>
  figures.find((each) => each.key === key);
