import { type Bilingual, type Language, dayText, dueText, weekdayText } from '#libs/domain/kernel';
import type { DayNature } from './day-nature.js';
import type { DueExplanation, ExplainedStep } from './explain-due.js';
import { limitText, unitsText } from './limit-words.js';
import type { AwaitedSpan, Confidence, DoubtfulSwap } from './working-calendar.js';

/** How far a day can be trusted, where it is not a matter of course. */
const doubts: Readonly<Partial<Record<Confidence, Bilingual>>> = {
  verified_in_repealed_text: { vi: 'theo văn bản đã hết hiệu lực', en: 'by a text no longer in force' },
  memory: { vi: 'chưa đối chiếu văn bản', en: 'not checked against the text' },
  uncertain: { vi: 'chưa chắc chắn', en: 'uncertain' },
  design: { vi: 'mức đề xuất', en: 'our own figure' },
};

const kinds: Readonly<Record<DayNature['kind'], Bilingual>> = {
  plain: { vi: '', en: '' },
  weekend: { vi: 'nghỉ hằng tuần', en: 'weekend' },
  holiday: { vi: 'nghỉ lễ', en: 'public holiday' },
  in_lieu: { vi: 'nghỉ bù', en: 'day off in lieu' },
  swap: { vi: 'nghỉ do hoán đổi', en: 'off by swap' },
  decision: { vi: 'nghỉ theo quyết định', en: 'off by decision' },
};

/** What a swap does to a day that a limit counts. */
const swapped: Readonly<Record<NonNullable<DayNature['effect']>, Bilingual>> = {
  worked: { vi: 'làm bù', en: 'worked in exchange' },
  off: kinds.swap,
  am_off: { vi: 'nghỉ buổi sáng do hoán đổi', en: 'morning off by swap' },
  pm_off: { vi: 'nghỉ buổi chiều do hoán đổi', en: 'afternoon off by swap' },
};

const parts: Readonly<Record<'am' | 'pm', Bilingual>> = {
  am: { vi: 'sáng', en: 'morning of' },
  pm: { vi: 'chiều', en: 'afternoon of' },
};

/**
 * The arithmetic of a limit as an officer would tell it, line by line; days in a row of which the same is said share a line. Ends
 * with the due moment, or with the year or the days that are missing.
 */
export function explanationSentences(explanation: DueExplanation, language: Language): readonly string[] {
  const { startedAt, limit, calendar, steps, pauses, doubtful } = explanation;
  const start = dueText(startedAt, language);
  const { id, version } = calendar;
  return [
    {
      vi: `Bắt đầu lúc ${start}; thời hạn ${limitText(limit, 'vi')}.`,
      en: `Starts at ${start}; the limit is ${limitText(limit, 'en')}.`,
    }[language],
    ...inRows(steps).map((row) => rowText(row, language)),
    ...pauses.map((pause) => pauseText(pause, explanation, language)),
    ...doubtful.map((swap) => doubtfulText(swap, language)),
    endText(explanation, language),
    {
      vi: `Đếm theo ${calendar.names.vi} (${id}, bản ${version}).`,
      en: `Counted by the ${calendar.names.en} (${id}, version ${version}).`,
    }[language],
  ];
}

/** Steps one after the other of which the same is said. */
function inRows(steps: readonly ExplainedStep[]): readonly (readonly ExplainedStep[])[] {
  const rows: ExplainedStep[][] = [];
  for (const step of steps) {
    const row = rows.at(-1);
    if (row?.[0] && isSame(row[0], step)) row.push(step);
    else rows.push([step]);
  }
  return rows;
}

const isSame = (one: ExplainedStep, other: ExplainedStep): boolean =>
  one.outcome === other.outcome &&
  one.day.kind === other.day.kind &&
  one.day.effect === other.day.effect &&
  one.day.names?.vi === other.day.names?.vi &&
  one.day.source === other.day.source &&
  one.part === undefined &&
  other.part === undefined;

function rowText(row: readonly ExplainedStep[], language: Language): string {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last) return '';
  const days =
    first === last ? placeText(first, language) : `${placeText(first, language)} – ${placeText(last, language)}`;
  const why = natureText(first, language);
  const because = why ? `, ${why}` : '';
  switch (first.outcome) {
    case 'counted': {
      const numbers = first === last ? `${first.number}` : `${first.number}–${last.number}`;
      const word = first.part ? { vi: 'Buổi', en: 'Half-day' } : { vi: 'Ngày', en: 'Day' };
      return `${word[language]} ${numbers}: ${days}${because}.`;
    }
    case 'first':
      return { vi: `Không tính ${days}: lúc bắt đầu.`, en: `Not counted, ${days}: the start.` }[language];
    case 'first_over':
      return {
        vi: `Không còn gì của ${days}: bắt đầu sau giờ làm việc.`,
        en: `Nothing was left of ${days}: it started after working hours.`,
      }[language];
    case 'paused':
      return { vi: `Không tính ${days}: tạm dừng.`, en: `Not counted, ${days}: the clock stood still.` }[language];
    case 'moved_to':
      return {
        vi: `Kết thúc vào ${days}, vì ngày cuối là ngày nghỉ (Bộ luật Dân sự, Điều 148 khoản 5).`,
        en: `It ends on ${days}, since the last day is off (Civil Code Art 148(5)).`,
      }[language];
    case 'off':
  }
  return { vi: `Không tính ${days}${because}.`, en: `Not counted, ${days}${because}.` }[language];
}

const placeText = ({ date, part }: ExplainedStep, language: Language): string =>
  [...(part ? [parts[part][language]] : []), weekdayText(date, language)].join(' ');

/** `nghỉ lễ: Quốc khánh 2/9 (Công văn …)`; nothing of a day like any other, and for a counted calendar day that is off no more than that. */
function natureText({ outcome, day }: ExplainedStep, language: Language): string {
  if (day.kind === 'plain' || (outcome === 'counted' && day.kind !== 'swap')) return '';
  const kind = outcome === 'counted' && day.effect ? swapped[day.effect] : kinds[day.kind];
  const name = day.names ? `: ${day.names[language]}` : '';
  const doubt = day.confidence ? doubts[day.confidence]?.[language] : undefined;
  const source = [day.source, doubt].filter((text) => text !== undefined).join('; ');
  return `${kind[language]}${name}${source ? ` (${source})` : ''}`;
}

function pauseText(
  { from, to, units }: DueExplanation['pauses'][number],
  { limit }: DueExplanation,
  language: Language,
): string {
  const [begun, ended] = [dueText(from, language), dueText(to, language)];
  const cost = unitsText(units, limit.unit, language);
  return {
    vi: `Tạm dừng từ ${begun} đến ${ended}: ${cost} không tính.`,
    en: `Stood still from ${begun} to ${ended}: ${cost} not counted.`,
  }[language];
}

function doubtfulText({ off, worked, source }: DoubtfulSwap, language: Language): string {
  const [free, busy] = [dayText(off), dayText(worked)];
  return {
    vi: `Chưa áp dụng: nghỉ ${free}, làm bù ${busy}, vì chưa xác nhận (${source}).`,
    en: `Not applied, since nobody confirmed it: ${free} off, ${busy} worked (${source}).`,
  }[language];
}

/** `Tết Nguyên đán (30/01/2027–21/02/2027)`. */
export const spanText = ({ names, from, to }: Pick<AwaitedSpan, 'names' | 'from' | 'to'>, language: Language): string =>
  `${names[language]} (${dayText(from)}–${dayText(to)})`;

function endText({ dueAt, missingYear, awaiting, counted, limit }: DueExplanation, language: Language): string {
  if (dueAt !== undefined) {
    const due = dueText(dueAt, language);
    return { vi: `Đến hạn: ${due}.`, en: `Due: ${due}.` }[language];
  }
  const so = unitsText(counted, limit.unit, language);
  if (awaiting) {
    const span = spanText(awaiting, language);
    return {
      vi: `Chưa tính được hạn: thời hạn đi qua những ngày còn chờ thông báo: ${span}; mới tính được ${so}.`,
      en: `The due moment cannot be counted: the way leads through days whose notice is awaited: ${span}; ${so} so far.`,
    }[language];
  }
  return {
    vi: `Chưa tính được hạn: thời hạn đi qua năm ${missingYear}, mà lịch làm việc năm đó chưa đủ; mới tính được ${so}.`,
    en: `The due moment cannot be counted: the way leads through ${missingYear}, for which the working calendar is not complete; ${so} so far.`,
  }[language];
}
