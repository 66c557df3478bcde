import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { operations } from '../../api/generated/openapi.js';

export type ReadModels = operations['listReadModels']['responses'][200]['content']['application/json'];
export type ReadModel = ReadModels['items'][number];
export type FailedDelivery =
  operations['listFailedDeliveries']['responses'][200]['content']['application/json']['items'][number];
export type Delivery = operations['listDeliveries']['responses'][200]['content']['application/json']['items'][number];

/** How often the page looks, and how often while something is being rebuilt. */
const EVERY_MS = 5_000;
const WHILE_BUILDING_MS = 700;
const FAILED_AT_ONCE = 100;
const LATEST = 8;

export const readModelsQuery = queryOptions({
  queryKey: ['operations', 'read-models'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/read-models', { signal })),
  retry: false,
  refetchInterval: ({ state: { data } }) =>
    data?.items.some(({ rebuild }) => rebuild?.state === 'running') ? WHILE_BUILDING_MS : EVERY_MS,
});

export const queuesQuery = queryOptions({
  queryKey: ['operations', 'queues'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/queues', { signal })),
  retry: false,
  refetchInterval: EVERY_MS,
});

export const sendingQuery = queryOptions({
  queryKey: ['operations', 'sending'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/sending', { signal })),
  retry: false,
  refetchInterval: EVERY_MS,
});

export const failedQuery = queryOptions({
  queryKey: ['operations', 'failed'],
  queryFn: ({ signal }) =>
    told(api.GET('/api/v1/deliveries/failed', { params: { query: { limit: String(FAILED_AT_ONCE) } }, signal })),
  retry: false,
  refetchInterval: EVERY_MS,
});

/** What left last, or was to leave. */
export const latestQuery = queryOptions({
  queryKey: ['operations', 'latest'],
  queryFn: ({ signal }) =>
    told(api.GET('/api/v1/deliveries', { params: { query: { limit: String(LATEST) } }, signal })),
  retry: false,
  refetchInterval: EVERY_MS,
});
