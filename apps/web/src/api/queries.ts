import { QueryClient, queryOptions } from '@tanstack/react-query';
import { api, told } from './client.js';
import { Problem } from './problem.js';

/** A "no" does not become a "yes" by being asked again; a server that is away is asked twice more. */
export const mayPass = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof Problem && error.body.status < 500);

export const retryDelay = (failures: number): number => 500 * 2 ** failures;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayPass, retryDelay, staleTime: 30_000, refetchOnWindowFocus: true },
    // Only what has a key may be sent again without being asked for: `useCommand`.
    mutations: { retry: false },
  },
});

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/me', { signal })),
  retry: false,
  staleTime: 300_000,
});

/** In which positions he may act. */
export const positionsQuery = queryOptions({
  queryKey: ['me', 'positions'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/me/positions', { signal })),
  staleTime: 300_000,
});

/** How much has not been read; the list itself is the page's. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/notifications', { params: { query: { limit: '1' } }, signal })),
  select: ({ unread }) => ({ unread }),
});

/** The newest messages, for the panel of the bell. */
export const panelQuery = queryOptions({
  queryKey: ['notifications', 'panel'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/notifications', { params: { query: { limit: '30' } }, signal })),
});

/** How one comes in here: whether an identity provider is configured, and the invented people of one's own machine. */
export const waysInQuery = queryOptions({
  queryKey: ['ways-in'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/sessions/ways', { signal })),
  staleTime: Infinity,
});
