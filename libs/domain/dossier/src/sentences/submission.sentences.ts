import type { Sentences } from './sentence.js';

export const submissionSentences: Sentences<'DossierEnteredInSubmission' | 'DossierReleasedFromSubmission'> = {
  DossierEnteredInSubmission: {
    vi: ({ data }) => `Đưa vào tờ trình ${data.submissionId}`,
    en: ({ data }) => `Entered in the letter ${data.submissionId}`,
  },
  DossierReleasedFromSubmission: {
    vi: ({ data }) => `Rút khỏi tờ trình ${data.submissionId}`,
    en: ({ data }) => `Taken off the letter ${data.submissionId}`,
  },
};
