import { shortId } from '#libs/domain/kernel';
import type { Sentences } from './sentence.js';

export const submissionSentences: Sentences<'DossierEnteredInSubmission' | 'DossierReleasedFromSubmission'> = {
  DossierEnteredInSubmission: {
    vi: ({ data }) => `Đưa vào tờ trình ${shortId(data.submissionId)}`,
    en: ({ data }) => `Entered in the letter ${shortId(data.submissionId)}`,
  },
  DossierReleasedFromSubmission: {
    vi: ({ data }) => `Rút khỏi tờ trình ${shortId(data.submissionId)}`,
    en: ({ data }) => `Taken off the letter ${shortId(data.submissionId)}`,
  },
};
