import { type Bilingual, dayText, type Language, type SentenceNames } from '#libs/domain/kernel';
import type { Criterion } from '#libs/domain/procedure';
import { claimName } from './claim-words.js';
import type { Finding, Outcome, PassedOver } from './proposal.schema.js';

/** Kết quả của một điều kiện. */
export const outcomeNames: Readonly<Record<Outcome, Bilingual>> = {
  pass: { vi: 'đạt', en: 'met' },
  fail: { vi: 'không đạt', en: 'not met' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
};

const reasons: Readonly<Record<PassedOver['because'], Bilingual>> = {
  kind: { vi: 'loại khen thưởng không được tính (R17)', en: 'of a kind that does not count (R17)' },
  cancelled: { vi: 'đã bị hủy (R56)', en: 'cancelled (R56)' },
  unconfirmed: { vi: 'chưa xác nhận đúng người', en: 'not confirmed to be the same recipient' },
  kind_unknown: { vi: 'chưa rõ loại khen thưởng', en: 'of an unknown kind' },
  grade: { vi: 'hạng khác', en: 'of another grade' },
  grade_unknown: { vi: 'chưa rõ hạng', en: 'of an unknown grade' },
  too_recent: { vi: 'chưa đủ thời gian', en: 'too recent' },
  undated: { vi: 'chưa rõ thời gian', en: 'undated' },
};

/** What else has to be known before a criterion can be judged. */
const figureNames: Readonly<Record<string, Bilingual>> = {
  years: { vi: 'số năm mà văn bản quy định', en: 'the number of years that the text asks for' },
  count: { vi: 'số lần mà văn bản quy định', en: 'the number that the text asks for' },
  yearsBefore: { vi: 'khoảng cách mà văn bản quy định', en: 'the interval that the text asks for' },
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

const missingName = (name: string, language: Language, award: SentenceNames['award']): string =>
  (claimName(name) ?? figureNames[name])?.[language] ?? (isDay(name) ? dayText(name) : award(name));

/**
 * One finding as a line for people: `03 lần liên tục…: chưa rõ; có 2/3; thiếu 2024; 1 không tính: chưa xác nhận đúng người`.
 * Names nobody.
 * @param award what an award is called in this language; what is no award comes back as it is.
 */
export function findingSentence(
  finding: Finding,
  criterion: Pick<Criterion, 'names'>,
  language: Language,
  award: SentenceNames['award'],
): string {
  const { outcome, figures, missing, passedOver } = finding;
  const vi = language === 'vi';
  const { held, needed, members } = figures;
  const against = held === undefined ? '' : ` ${held}/${members ?? needed}`;
  const because = [...new Set(passedOver.map((past) => reasons[past.because][language]))].join(', ');
  return [
    `${criterion.names[language]}: ${outcomeNames[outcome][language]}`,
    ...(against ? [`${vi ? 'có' : 'held'}${against}`] : []),
    ...(missing.length > 0 && outcome !== 'pass'
      ? [`${vi ? 'thiếu' : 'missing'} ${missing.map((name) => missingName(name, language, award)).join(', ')}`]
      : []),
    ...(passedOver.length > 0 ? [`${passedOver.length} ${vi ? 'không tính' : 'not counted'}: ${because}`] : []),
  ].join('; ');
}
