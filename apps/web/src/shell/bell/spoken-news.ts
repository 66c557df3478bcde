import { useEffect, useRef, useState } from 'react';

/** At most one summary a minute: a screen reader is not interrupted by every message. */
const QUIET_MS = 60_000;

/** How many more messages there are than when somebody was last told. */
export function useSpokenNews(unread: number | undefined): number {
  const [news, setNews] = useState(0);
  const told = useRef<{ readonly unread: number; readonly at: number }>(undefined);
  useEffect(() => {
    if (unread === undefined) return undefined;
    const last = told.current;
    if (last === undefined || unread <= last.unread) {
      told.current = { unread, at: last?.at ?? 0 };
      return undefined;
    }
    const timer = setTimeout(
      () => {
        setNews(unread - last.unread);
        told.current = { unread, at: Date.now() };
      },
      Math.max(0, last.at + QUIET_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [unread]);
  return news;
}
