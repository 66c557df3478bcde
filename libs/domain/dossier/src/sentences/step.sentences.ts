import { because, letter, movedTo } from './phrases.js';
import type { Sentences } from './sentence.js';

export const stepSentences: Sentences<'StepCompleted'> = {
  StepCompleted: {
    vi: ({ data }, names) =>
      `${names.step(data.at)}: ${names.outcome(data.at, data.outcome)}${data.letter ? `, văn bản ${letter(data.letter, 'vi')}` : ''}${because(data.reason, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `${names.step(data.at)}: ${names.outcome(data.at, data.outcome)}${data.letter ? `, letter ${letter(data.letter, 'en')}` : ''}${because(data.reason, 'en')}${movedTo(names.step(data.step))}`,
  },
};
