import { label } from '#libs/domain/kernel';
import { z } from 'zod';
import { calendarEvents } from './calendar.events.js';

const notice = calendarEvents.CalendarNoticeEntered.schema;
const reopened = calendarEvents.CalendarYearReopened.schema;

/** Mở lịch làm việc. `POST /calendars`. */
export const openCalendar = calendarEvents.CalendarOpened.schema;

/** Commands that people give to a calendar, by their names in the API: `POST /calendars/{id}/enter-notice`. */
export const calendarCommands = {
  /** Nhập thông báo nghỉ lễ, hoán đổi. */
  'enter-notice': notice.extend({
    doubtful: notice.shape.doubtful.default([]),
    /** With it all notices of the year are in. */
    completesYear: z.boolean().default(false),
  }),
  /** Rút thông báo. */
  'withdraw-notice': calendarEvents.CalendarNoticeWithdrawn.schema.extend({
    /** Without it the year is awaited again. */
    reopensYear: z.boolean().default(false),
  }),
  /** Đủ lịch của năm. */
  'complete-year': calendarEvents.CalendarYearCompleted.schema,
  /** Mở lại năm. */
  'reopen-year': z.strictObject({ year: reopened.shape.year, reason: label(500) }),
} as const;

/** Commands that only the system gives: because the time has come. */
const systemCommands = { 'note-missing-year': calendarEvents.CalendarYearMissing.schema } as const;

const all = { open: openCalendar, ...calendarCommands, ...systemCommands };

export type CalendarCommandName = keyof typeof all;

export type CalendarCommandOf<N extends CalendarCommandName> = N extends CalendarCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type CalendarCommand = { [N in CalendarCommandName]: CalendarCommandOf<N> }[CalendarCommandName];
