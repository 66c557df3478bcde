import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { components } from '../../api/generated/openapi.js';
import { isoDay } from '../../format/dates.js';

/** A deadline with its due day in the office. */
export type Deadline = Omit<components['schemas']['DeadlineItem'], 'dueAt'> & {
  /** The day in the office, `2026-09-25`; null while its clock stands still. */
  readonly dueAt: string | null;
  readonly dueMoment: string | null;
};

const AT_ONCE = 200;
/** Soonest first: whoever has more of them looks at lists. */
const AT_MOST = 1_000;

/** The open deadlines that the position may see, soonest first. */
export const deadlinesQuery = (position: string | undefined) =>
  queryOptions({
    queryKey: ['deadlines', position],
    queryFn: async ({ signal }): Promise<{ readonly items: readonly Deadline[]; readonly more: boolean }> => {
      const items: Deadline[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: components['schemas']['DeadlineItem'][]; next: string | null } = await told(
          api.GET('/api/v1/deadlines', {
            params: { query: { limit: String(AT_ONCE), ...(cursor === null ? {} : { cursor }) } },
            signal,
          }),
        );
        items.push(
          ...page.items.map((each) => ({
            ...each,
            dueAt: each.dueAt === null ? null : isoDay(each.dueAt),
            dueMoment: each.dueAt,
          })),
        );
        cursor = page.next;
      } while (cursor !== null && items.length < AT_MOST);
      return { items, more: cursor !== null };
    },
  });
