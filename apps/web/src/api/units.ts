import { queryOptions } from '@tanstack/react-query';
import { api, told } from './client.js';

/** A unit as it is today: positions, mandates, handovers, and the revision on which a command rests. */
export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id, 'now'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/units/{id}', { params: { path: { id } }, signal })),
  });

/** Who stands where in a unit, by name. */
export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id, 'people'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/units/{id}/people', { params: { path: { id } }, signal })),
  });
