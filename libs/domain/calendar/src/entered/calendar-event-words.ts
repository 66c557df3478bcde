import type { CalendarEventType } from './calendar.events.js';

/** What a calendar's events are called in the office, and what they mean. Total by its type. */
export const calendarEventWords: Readonly<
  Record<CalendarEventType, { readonly term: string; readonly meaning: string }>
> = {
  CalendarOpened: {
    term: 'Mở lịch làm việc',
    meaning: 'A working calendar begins with its plain week and the hours at which days and halves end.',
  },
  CalendarNoticeEntered: {
    term: 'Nhập thông báo nghỉ lễ, hoán đổi',
    meaning: 'Days of a year that are off, worked or shortened, by one document (R49).',
  },
  CalendarNoticeWithdrawn: { term: 'Rút thông báo', meaning: 'What a notice said holds no more.' },
  CalendarYearCompleted: {
    term: 'Đủ lịch của năm',
    meaning: 'All notices of the year are in: limits may run through it, and clocks that waited for it are set.',
  },
  CalendarYearReopened: {
    term: 'Mở lại năm',
    meaning: 'Something of the year is awaited again: no new limit may run through it.',
  },
  CalendarYearMissing: {
    term: 'Nhắc nhập lịch',
    meaning: 'The time had come at which the year should have been complete. Told to operators, once for each year.',
  },
};
