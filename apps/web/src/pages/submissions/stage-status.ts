import type { LetterStage } from './submissions.js';

/** The mark of each stage of a letter, for tags and lines. */
export const statusOfStage = {
  drafted: 'act',
  sent: 'ok',
  received: 'done',
  abandoned: 'late',
} as const satisfies Record<LetterStage, string>;
