import type { Sentences } from './sentence.js';

export const submissionSentences: Sentences<'DossierEnteredInSubmission' | 'DossierReleasedFromSubmission'> = {
  DossierEnteredInSubmission: {
    vi: ({ data }) => `Đưa vào tờ trình ${data.submissionId.slice(0, 8)}`,
    en: ({ data }) => `Entered in the letter ${data.submissionId.slice(0, 8)}`,
  },
  DossierReleasedFromSubmission: {
    vi: ({ data }) => `Rút khỏi tờ trình ${data.submissionId.slice(0, 8)}`,
    en: ({ data }) => `Taken off the letter ${data.submissionId.slice(0, 8)}`,
  },
};
