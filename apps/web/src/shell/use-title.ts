import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { unreadQuery } from '../api/queries.js';

/** The title of the window: the page, and how many messages were not read. It holds no name of a person. */
export function useTitle(page: string): void {
  // Asked for by the bell; where there is no bell, nobody is signed in.
  const { data } = useQuery({ ...unreadQuery, enabled: false });
  const unread = data?.unread ?? 0;
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread > 99 ? '99+' : unread}) ` : ''}${page} · Vinh Danh`;
  }, [page, unread]);
}
