import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import type { operations } from '../../api/generated/openapi.js';
import type { CommandHeaders } from '../../forms/use-command.js';

/** The office's calendar; it has one. */
export const CALENDAR = 'VN';

export type OfficeCalendar = operations['readWorkingCalendar']['responses'][200]['content']['application/json'];
export type CalendarYear = OfficeCalendar['years'][number];
export type AwaitedSpan = NonNullable<CalendarYear['awaiting']>[number];
export type Notice = CalendarYear['notices'][number];
export type NoticeDay = Notice['days'][number];
export type Preview = operations['previewCalendarChange']['responses'][200]['content']['application/json'];

export const officeCalendarQuery = queryOptions({
  queryKey: ['office-calendar'],
  queryFn: ({ signal }) => told(api.GET('/api/v1/calendars/{id}', { params: { path: { id: CALENDAR } }, signal })),
});

export type CalendarCommandName = 'enter-notice' | 'withdraw-notice' | 'complete-year' | 'reopen-year';

export const commandCalendar = (name: CalendarCommandName, body: object, headers: CommandHeaders) =>
  told(
    api.POST(`/api/v1/calendars/{id}/${name}` as '/api/v1/calendars/{id}/enter-notice', {
      params: { path: { id: CALENDAR } } as never,
      headers: { ...headers },
      body: body as never,
    }),
  );

/** Which open deadlines would move, and whereto. Nothing is written. */
export const previewChange = (command: Exclude<CalendarCommandName, 'reopen-year'>, data: object): Promise<Preview> =>
  told(
    api.POST('/api/v1/calendars/{id}/preview', {
      params: { path: { id: CALENDAR } } as never,
      body: { command, data } as never,
    }),
  );
