import { spanText, unitsText } from '#libs/domain/calendar';
import { legalSourceText } from '#libs/domain/citation';
import { type Language, type SentenceNames, dueText, momentText } from '#libs/domain/kernel';
import { actName } from '#libs/domain/procedure';
import type { DossierFactOf } from '../dossier.events.js';
import { letter } from './phrases.js';
import type { Sentences } from './sentence.js';

type Terms = DossierFactOf<'DeadlineSet'>['data'];

/** The clock's name behind a deadline's own one: `appraise-1` is the first turn of `appraise`. */
const clock = (deadlineId: string, names: SentenceNames): string => names.clock(deadlineId.replace(/-\d+$/, ''));

/** How long, and on whose word; a figure that is not the law's says so. */
function termsOf(
  { limit, source, confidence }: Pick<Terms, 'limit' | 'source' | 'confidence'>,
  language: Language,
): string {
  const long = limit ? [unitsText(limit.value, limit.unit, language)] : [];
  const proposed = { vi: 'mức đề xuất', en: 'our own figure' }[language];
  const own = confidence === 'design' || confidence === 'unknown' ? [proposed] : [];
  return [...long, `${language === 'vi' ? 'theo' : 'by'} ${legalSourceText(source, language)}`, ...own].join(', ');
}

function missingText(
  { missingYear, awaiting }: Pick<DossierFactOf<'DeadlineAwaited'>['data'], 'missingYear' | 'awaiting'>,
  language: Language,
): string {
  if (awaiting) {
    const span = spanText(awaiting, language);
    return { vi: `còn chờ thông báo cho ${span}`, en: `the notice for ${span} is awaited` }[language];
  }
  return {
    vi: `lịch làm việc năm ${missingYear} chưa được nhập`,
    en: `the working calendar of ${missingYear} has not been entered`,
  }[language];
}

export const deadlineSentences: Sentences<
  | 'DeadlineSet'
  | 'DeadlineAwaited'
  | 'DeadlinePaused'
  | 'DeadlineResumed'
  | 'DeadlineRestarted'
  | 'DeadlineMoved'
  | 'DeadlineExtended'
  | 'DeadlineMet'
  | 'DeadlineMissed'
  | 'DeadlineCancelled'
> = {
  DeadlineSet: {
    vi: ({ data }, names) =>
      `Thời hạn “${names.clock(data.clock)}”: ${dueText(data.dueAt, 'vi')} (${termsOf(data, 'vi')})`,
    en: ({ data }, names) =>
      `Deadline “${names.clock(data.clock)}”: ${dueText(data.dueAt, 'en')} (${termsOf(data, 'en')})`,
  },
  DeadlineAwaited: {
    vi: ({ data }, names) =>
      `Chưa tính được thời hạn “${names.clock(data.clock)}” (${termsOf(data, 'vi')}): ${missingText(data, 'vi')}`,
    en: ({ data }, names) =>
      `Deadline “${names.clock(data.clock)}” cannot be counted yet (${termsOf(data, 'en')}): ${missingText(data, 'en')}`,
  },
  DeadlinePaused: {
    vi: ({ data }, names) =>
      `Tạm dừng thời hạn “${clock(data.deadlineId, names)}” từ ${momentText(data.pausedAt)} do ${actName(data.cause, 'vi')}; còn ${data.remainingWorkingDays} ngày làm việc`,
    en: ({ data }, names) =>
      `Deadline “${clock(data.deadlineId, names)}” stands still from ${momentText(data.pausedAt)}, because of: ${actName(data.cause, 'en')}; ${data.remainingWorkingDays} working days left`,
  },
  DeadlineResumed: {
    vi: ({ data }, names) =>
      `Tiếp tục thời hạn “${clock(data.deadlineId, names)}” từ ${momentText(data.resumedAt)} do ${actName(data.cause, 'vi')}; hạn mới: ${dueText(data.dueAt, 'vi')}`,
    en: ({ data }, names) =>
      `Deadline “${clock(data.deadlineId, names)}” runs again from ${momentText(data.resumedAt)}, because of: ${actName(data.cause, 'en')}; now due ${dueText(data.dueAt, 'en')}`,
  },
  DeadlineRestarted: {
    vi: ({ data }, names) =>
      `Tính lại thời hạn “${clock(data.deadlineId, names)}” từ ${momentText(data.startedAt)}; hạn mới: ${dueText(data.dueAt, 'vi')}`,
    en: ({ data }, names) =>
      `Deadline “${clock(data.deadlineId, names)}” counted anew from ${momentText(data.startedAt)}; now due ${dueText(data.dueAt, 'en')}`,
  },
  DeadlineMoved: {
    vi: ({ data }, names) =>
      `Dời hạn “${clock(data.deadlineId, names)}” từ ${dueText(data.from, 'vi')} sang ${dueText(data.dueAt, 'vi')}, do lịch làm việc thay đổi (${data.calendar.id}, bản ${data.calendar.version})`,
    en: ({ data }, names) =>
      `Deadline “${clock(data.deadlineId, names)}” moved from ${dueText(data.from, 'en')} to ${dueText(data.dueAt, 'en')}, because the working calendar changed (${data.calendar.id}, version ${data.calendar.version})`,
  },
  DeadlineExtended: {
    vi: ({ data }, names) =>
      `Gia hạn “${clock(data.deadlineId, names)}” thêm ${unitsText(data.units, data.unit, 'vi')} theo văn bản ${letter(data.letter, 'vi')}; hạn mới: ${dueText(data.dueAt, 'vi')}; lý do: ${data.reason}`,
    en: ({ data }, names) =>
      `Deadline “${clock(data.deadlineId, names)}” extended by ${unitsText(data.units, data.unit, 'en')}, letter ${letter(data.letter, 'en')}; now due ${dueText(data.dueAt, 'en')}; reason: ${data.reason}`,
  },
  DeadlineMet: {
    vi: ({ data }, names) =>
      `Hoàn thành “${clock(data.deadlineId, names)}” ${data.late ? 'sau hạn' : 'trong hạn'}, lúc ${momentText(data.metAt)}`,
    en: ({ data }, names) =>
      `“${clock(data.deadlineId, names)}” done ${data.late ? 'late' : 'in time'}, at ${momentText(data.metAt)}`,
  },
  DeadlineMissed: {
    vi: ({ data }, names) => `Quá hạn “${clock(data.deadlineId, names)}”: đến ${dueText(data.dueAt, 'vi')} chưa xong`,
    en: ({ data }, names) =>
      `Missed the deadline “${clock(data.deadlineId, names)}”: not done by ${dueText(data.dueAt, 'en')}`,
  },
  DeadlineCancelled: {
    vi: ({ data }, names) => `Hủy thời hạn “${clock(data.deadlineId, names)}” do ${actName(data.cause, 'vi')}`,
    en: ({ data }, names) =>
      `Deadline “${clock(data.deadlineId, names)}” cancelled, because of: ${actName(data.cause, 'en')}`,
  },
};
