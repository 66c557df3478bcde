import type { Sentences } from './sentence.js';

export const submissionSentences: Sentences<'DossierEnteredInSubmission' | 'DossierReleasedFromSubmission'> = {
  DossierEnteredInSubmission: {
    vi: ({ data }, names) => `Đưa vào tờ trình ${names.letter(data.submissionId)}`,
    en: ({ data }, names) => `Entered in the letter ${names.letter(data.submissionId)}`,
  },
  DossierReleasedFromSubmission: {
    vi: ({ data }, names) => `Rút khỏi tờ trình ${names.letter(data.submissionId)}`,
    en: ({ data }, names) => `Taken off the letter ${names.letter(data.submissionId)}`,
  },
};
