import type { Language } from '#libs/domain/kernel';
import { because, idList, letter, movedTo } from './phrases.js';
import type { Sentences } from './sentence.js';

export const stepSentences: Sentences<'StepCompleted'> = {
  StepCompleted: {
    vi: ({ data }, names) =>
      `${names.step(data.at)}: ${names.outcome(data.at, data.outcome)}${data.letter ? `, văn bản ${letter(data.letter, 'vi')}` : ''}${unanswered(data, 'vi')}${because(data.reason, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `${names.step(data.at)}: ${names.outcome(data.at, data.outcome)}${data.letter ? `, letter ${letter(data.letter, 'en')}` : ''}${unanswered(data, 'en')}${because(data.reason, 'en')}${movedTo(names.step(data.step))}`,
  },
};

/** The questions without whose answer an authority went on. */
const unanswered = ({ unanswered: ids }: { readonly unanswered?: string[] | undefined }, language: Language): string =>
  ids === undefined ? '' : language === 'vi' ? `; chưa trả lời: ${idList(ids)}` : `; not answered: ${idList(ids)}`;
