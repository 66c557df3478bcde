import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import { everyItem } from '../../api/every-item.js';
import type { operations } from '../../api/generated/openapi.js';
import type { CommandHeaders } from '../../forms/use-command.js';

export type UnitListed = operations['listUnits']['responses'][200]['content']['application/json']['items'][number];
export type Unit = operations['readUnit']['responses'][200]['content']['application/json'];
export type Position = Unit['positions'][number];

/** All units of today: a province has some hundred. */
export const unitListQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => everyItem((query) => told(api.GET('/api/v1/units', { params: { query }, signal }))),
});

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id],
    queryFn: ({ signal }) => told(api.GET('/api/v1/units/{id}', { params: { path: { id } }, signal })),
  });

export type UnitCommandName =
  | 'appoint'
  | 'create-position'
  | 'end'
  | 'end-appointment'
  | 'end-position'
  | 'give-delegation'
  | 'withdraw-delegation'
  | 'move'
  | 'propose-handover'
  | 'withdraw-handover';

export const commandUnit = (id: string, name: UnitCommandName, body: object, headers: CommandHeaders) =>
  told(
    api.POST(`/api/v1/units/{id}/${name}` as '/api/v1/units/{id}/appoint', {
      params: { path: { id } } as never,
      headers: { ...headers },
      body: body as never,
    }),
  );
