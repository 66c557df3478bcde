import type { EventFilter } from './event-store.port.js';

/** Whether an event is one of those asked for. */
export function matches(
  event: { readonly stream: string; readonly type: string },
  filter: EventFilter | undefined,
): boolean {
  const { streamPrefixes, types } = filter ?? {};
  if (types && !types.includes(event.type)) return false;
  return !streamPrefixes || streamPrefixes.some((prefix) => event.stream.startsWith(prefix));
}
