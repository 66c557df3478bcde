import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import { everyItem } from '../../api/every-item.js';
import type { operations } from '../../api/generated/openapi.js';
import type { CommandHeaders } from '../../forms/use-command.js';

export type ClusterListed =
  operations['listClusters']['responses'][200]['content']['application/json']['items'][number];
export type Cluster = operations['readCluster']['responses'][200]['content']['application/json'];

/** All clusters and blocks of today: a province has some dozen. */
export const clusterListQuery = queryOptions({
  queryKey: ['clusters'],
  queryFn: ({ signal }) => everyItem((query) => told(api.GET('/api/v1/clusters', { params: { query }, signal }))),
});

export const clusterQuery = (id: string) =>
  queryOptions({
    queryKey: ['cluster', id],
    queryFn: ({ signal }) => told(api.GET('/api/v1/clusters/{id}', { params: { path: { id } }, signal })),
  });

export type ClusterCommandName = 'add-member' | 'remove-member' | 'put-in-charge' | 'relieve' | 'end';

export const commandCluster = (id: string, name: ClusterCommandName, body: object, headers: CommandHeaders) =>
  told(
    api.POST(`/api/v1/clusters/{id}/${name}` as '/api/v1/clusters/{id}/add-member', {
      params: { path: { id } } as never,
      headers: { ...headers },
      body: body as never,
    }),
  );

export const formCluster = (body: object, headers: CommandHeaders) =>
  told(api.POST('/api/v1/clusters', { params: {} as never, headers: { ...headers }, body: body as never }));
