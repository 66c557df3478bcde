import {
  type DueExplanation,
  explainDue,
  explanationSentences,
  type Pause,
  type TimeLimit,
} from '#libs/domain/calendar';
import { type Instant, type Language, OFFICE_TIME_ZONE } from '#libs/domain/kernel';
import { home } from '#libs/service/foundation';
import { loadLaw, sentenceOfFault } from '#libs/service/law';
import { Temporal } from 'temporal-polyfill';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

export interface AddRequest {
  readonly startedAt: Instant;
  readonly limit: TimeLimit;
  readonly pauses: readonly Pause[];
  readonly calendarId: string;
  readonly json: boolean;
  readonly language: Language;
}

/** Counts a limit and prints its arithmetic; fails with a sentence where the way leads through a year that is not complete. */
export function addLimit(asked: AddRequest, terminal: Terminal): ExitCode {
  const law = loadLaw(home);
  if (!law.ok) {
    for (const fault of law.error) terminal.err(sentenceOfFault(fault));
    return EXIT.failed;
  }
  const { calendar } = law.value;
  if (calendar.id !== asked.calendarId) {
    terminal.err(`Không có lịch ${asked.calendarId}.`);
    terminal.err(`There is no calendar ${asked.calendarId}.`);
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
