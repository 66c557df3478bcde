import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';

/** Some by their ids, or all that there were of a group when a page was read: what has come since stays unread. */
type Read = { readonly ids: string[] } | { readonly through: string; readonly group?: 'todo' | 'info' | 'system' };

export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Read) => told(api.POST('/api/v1/notifications/read', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
