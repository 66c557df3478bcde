import {
  type DueExplanation,
  explainDue,
  explanationSentences,
  unitsText,
  type WorkingCalendar,
} from '#libs/domain/calendar';
import { type Bilingual, dayText, dueText, type Instant, type Language } from '#libs/domain/kernel';
import type { AwaitedClock, DeadlineState, DossierState } from '../dossier.state.js';

/** A clock of a dossier with the arithmetic behind it. Moments are UTC. */
export interface DeadlineExplanation {
  readonly deadlineId: string;
  readonly clock: string;
  readonly state: DeadlineState['state'] | 'awaited';
  /** The due moment that the log holds; absent while it waits for its calendar. */
  readonly dueAt?: Instant;
  /** Since when it stands still; its moment is counted anew when it goes on. */
  readonly pausedSince?: Instant;
  /** How it was counted, with the pauses that have ended. Absent for a day that an officer set, and where that calendar is not known. */
  readonly arithmetic?: DueExplanation;
  /** More time that was given: it is in the limit already. */
  readonly extensions?: NonNullable<DeadlineState['terms']['extensions']>;
  /** Where the limit stands. */
  readonly source: string;
  readonly confidence: AwaitedClock['confidence'];
}

/**
 * Explains one clock of a dossier, open or over; `undefined` where there is no such clock.
 * @param calendar in the version by which the clock was counted, where it is known.
 */
export function explainDeadline(
  { deadlines, awaited }: Pick<DossierState, 'deadlines' | 'awaited'>,
  deadlineId: string,
  calendar: WorkingCalendar | undefined,
): DeadlineExplanation | undefined {
  const deadline = deadlines.get(deadlineId);
  const terms = deadline?.terms ?? awaited.get(deadlineId);
  if (!terms) return undefined;
  const { clock, startedAt, limit, pauses, source, confidence } = terms;
  const ended = pauses.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]));
  const open = pauses.find(({ to }) => to === undefined);
  return {
    deadlineId,
    clock,
    state: deadline?.state ?? 'awaited',
    ...(deadline ? { dueAt: deadline.terms.dueAt } : {}),
    ...(open ? { pausedSince: open.from } : {}),
    ...(limit && calendar ? { arithmetic: explainDue(calendar, startedAt, limit, ended) } : {}),
    ...(terms.extensions ? { extensions: terms.extensions } : {}),
    source,
    confidence,
  };
}

/** The explanation in sentences, line by line: on whose word, the arithmetic, and what holds now. */
export function deadlineExplanationSentences(
  { dueAt, pausedSince, arithmetic, extensions = [], source }: DeadlineExplanation,
  language: Language,
): readonly string[] {
  const say = (text: Bilingual) => text[language];
  const lines = [say({ vi: `Theo: ${source}.`, en: `By: ${source}.` })];
  for (const { units, letter } of extensions) {
    const [more, day] = [(language: Language) => moreText(units, arithmetic, language), dayText(letter.date)];
    lines.push(
      say({
        vi: `Đã gia hạn thêm ${more('vi')} theo văn bản số ${letter.number} ngày ${day}; thời hạn dưới đây đã gồm phần này.`,
        en: `Extended by ${more('en')}, letter no. ${letter.number} of ${day}; the limit below includes it.`,
      }),
    );
  }
  if (arithmetic) lines.push(...explanationSentences(arithmetic, language));
  if (dueAt !== undefined && arithmetic?.dueAt !== dueAt) {
    const due = dueText(dueAt, language);
    lines.push(say({ vi: `Hạn đã ghi: ${due}.`, en: `The due moment on record: ${due}.` }));
  }
  if (pausedSince !== undefined) {
    const since = dueText(pausedSince, language);
    lines.push(
      say({
        vi: `Đang tạm dừng từ ${since}; hạn được tính lại khi tiếp tục.`,
        en: `It stands still since ${since}; the due moment is counted anew when it goes on.`,
      }),
    );
  }
  return lines;
}

const moreText = (units: number, arithmetic: DueExplanation | undefined, language: Language): string =>
  arithmetic ? unitsText(units, arithmetic.limit.unit, language) : String(units);
