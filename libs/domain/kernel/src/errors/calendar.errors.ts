import { define } from './error-text.js';

/** Why a working calendar cannot be counted with, or is not changed. */
export const calendarErrors = define({
  CALENDAR_INCOMPLETE: {
    kind: 'rule',
    vi: 'Lịch làm việc năm {year} chưa được nhập.',
    en: 'The working calendar of {year} has not been entered.',
  },
  CALENDAR_DAYS_AWAITED: {
    kind: 'rule',
    vi: 'Những ngày từ {from} đến {to} còn chờ thông báo nghỉ lễ, hoán đổi; chưa tính được thời hạn đi qua đó.',
    en: 'Notices for the days from {from} to {to} are still awaited; no limit that leads through them can be counted.',
  },
  CALENDAR_MALFORMED: {
    kind: 'malformed',
    vi: 'Lịch làm việc không dùng được: {issues}.',
    en: 'The working calendar cannot be used: {issues}.',
  },
  NO_DEADLINE_TO_EXTEND: {
    kind: 'conflict',
    vi: 'Hồ sơ không có thời hạn nào đang chạy và tính theo số ngày để gia hạn.',
    en: 'The dossier has no deadline that runs and is counted by a limit, so there is none to extend.',
  },
  DEADLINE_NOT_COUNTED: {
    kind: 'conflict',
    vi: 'Thời hạn này là ngày do cán bộ đặt, không tính theo số ngày; không gia hạn được.',
    en: 'This deadline is a day that an officer set, not counted by a limit; it cannot be extended.',
  },
  CALENDAR_EXISTS: { kind: 'conflict', vi: 'Đã có lịch {calendar}.', en: 'There is a calendar {calendar} already.' },
  CALENDAR_NOTICE_EXISTS: {
    kind: 'conflict',
    vi: 'Mã thông báo {notice} đã dùng; nhập lại thì dùng mã khác.',
    en: 'The id {notice} was used for a notice; enter it again under another one.',
  },
  CALENDAR_NOTICE_UNKNOWN: {
    kind: 'conflict',
    vi: 'Lịch không có thông báo {notice} đang có hiệu lực.',
    en: 'The calendar has no notice {notice} in force.',
  },
  CALENDAR_YEAR_COMPLETE: {
    kind: 'conflict',
    vi: 'Lịch làm việc năm {year} đã đủ.',
    en: 'The working calendar of {year} is complete already.',
  },
});
