import { short } from './phrases.js';
import type { Sentences } from './sentence.js';

export const submissionSentences: Sentences<'DossierEnteredInSubmission' | 'DossierReleasedFromSubmission'> = {
  DossierEnteredInSubmission: {
    vi: ({ data }) => `Đưa vào tờ trình ${short(data.submissionId)}`,
    en: ({ data }) => `Entered in the letter ${short(data.submissionId)}`,
  },
  DossierReleasedFromSubmission: {
    vi: ({ data }) => `Rút khỏi tờ trình ${short(data.submissionId)}`,
    en: ({ data }) => `Taken off the letter ${short(data.submissionId)}`,
  },
};
