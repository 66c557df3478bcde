import {
  type DueExplanation,
  explainDue,
  explanationSentences,
  type Pause,
  type TimeLimit,
} from '#libs/domain/calendar';
import { type Instant, type Language, OFFICE_TIME_ZONE } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import { lawOrFaults, withCalendars } from './with-calendars.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

export interface AddRequest {
  readonly startedAt: Instant;
  readonly limit: TimeLimit;
  readonly pauses: readonly Pause[];
  readonly calendarId: string;
  readonly json: boolean;
  readonly language: Language;
}

/**
 * Counts a limit by the calendar as the log says it is and prints the arithmetic; without a log by the law's file, which it says.
 * Fails where the way leads through a year that is not complete.
 */
export async function addLimit(
  asked: AddRequest,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const law = lawOrFaults(terminal);
  if (!law) return EXIT.failed;
  const found = await withCalendars(law, env, terminal, (calendars) => calendars.of(asked.calendarId));
  if (!found.ok) {
    const { vi, en } = found.error;
    terminal.err(`Đếm theo lịch trong tệp law/, vì không đọc được nhật ký. ${vi}`);
    terminal.err(`Counted by the calendar of the files in law/, since the log cannot be read. ${en}`);
  }
  const calendar = found.ok ? found.value : asked.calendarId === law.calendar.id ? law.calendar : undefined;
  if (!calendar) {
    terminal.err(`Không có lịch ${asked.calendarId}; lịch đang dùng là ${law.calendar.id}.`);
    terminal.err(`There is no calendar ${asked.calendarId}; the one in use is ${law.calendar.id}.`);
    return EXIT.failed;
  }
  const explanation = explainDue(calendar, asked.startedAt, asked.limit, asked.pauses);
  if (asked.json) terminal.out(JSON.stringify(asJson(explanation), undefined, 2));
  else for (const line of explanationSentences(explanation, asked.language)) terminal.out(line);
  return explanation.dueAt === undefined ? EXIT.failed : EXIT.good;
}

/** What the API answers, and `due` by the office's clock; null where it cannot be counted. */
const asJson = (explanation: DueExplanation) => ({
  due: explanation.dueAt === undefined ? null : officeText(explanation.dueAt),
  ...explanation,
  sentences: { vi: explanationSentences(explanation, 'vi'), en: explanationSentences(explanation, 'en') },
});

/** `2026-08-27T17:00:00+07:00`. */
const officeText = (instant: Instant): string =>
  Temporal.Instant.from(instant).toString({ timeZone: OFFICE_TIME_ZONE, smallestUnit: 'second' });
