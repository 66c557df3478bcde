import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '#libs/domain/kernel';
import { api, told } from '../../api/client.js';

/** A day that is not as the plain week has it, by a notice. */
export interface OfficeDay {
  readonly effect: 'off' | 'worked' | 'am_off' | 'pm_off';
  readonly kind: 'holiday' | 'in_lieu' | 'swap' | 'decision';
  readonly names: Bilingual | undefined;
  readonly source: string;
}

const HOURS_MS = 3_600_000;

/** Holidays, half-days and swaps of the calendar by which all offices work: data with their source, never computed. */
export const officeDaysQuery = queryOptions({
  queryKey: ['office-days'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, OfficeDay>> => {
    const { years } = await told(api.GET('/api/v1/calendars/{id}', { params: { path: { id: 'office' } }, signal }));
    return new Map(
      years.flatMap(({ notices }) =>
        notices.flatMap(({ days, source }) =>
          days.map(({ date, effect, kind, names }) => [date, { effect, kind, names, source }] as const),
        ),
      ),
    );
  },
  staleTime: HOURS_MS,
});
