import { dayText, type Language } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { because, idList, letter, movedTo } from './phrases.js';
import type { Sentences } from './sentence.js';

/** The session of a vote that was written down. */
function sessionOf({ session }: DossierFactOf<'StepCompleted'>['data'], language: Language): string {
  if (!session) return '';
  const { heldOn, minutes, members, present, written } = session;
  return language === 'vi'
    ? `, họp ngày ${dayText(heldOn)}, biên bản ${letter(minutes, 'vi')}: ${members} thành viên, ${present} có mặt, ${written} gửi ý kiến`
    : `, session of ${dayText(heldOn)}, minutes ${letter(minutes, 'en')}: ${members} members, ${present} present, ${written} by letter`;
}

export const stepSentences: Sentences<'StepCompleted'> = {
  StepCompleted: {
    vi: ({ data }, names) =>
      `${names.step(data.at)}: ${names.outcome(data.at, data.outcome)}${data.letter ? `, văn bản ${letter(data.letter, 'vi')}` : ''}${sessionOf(data, 'vi')}${unanswered(data, 'vi')}${because(data.reason, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `${names.step(data.at)}: ${names.outcome(data.at, data.outcome)}${data.letter ? `, letter ${letter(data.letter, 'en')}` : ''}${sessionOf(data, 'en')}${unanswered(data, 'en')}${because(data.reason, 'en')}${movedTo(names.step(data.step))}`,
  },
};

/** The questions without whose answer an authority went on. */
const unanswered = ({ unanswered: ids }: { readonly unanswered?: string[] | undefined }, language: Language): string =>
  ids === undefined ? '' : language === 'vi' ? `; chưa trả lời: ${idList(ids)}` : `; not answered: ${idList(ids)}`;
