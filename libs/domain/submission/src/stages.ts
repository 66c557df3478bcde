import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { SubmissionStage, SubmissionState } from './submission.state.js';

/**
 * The letter is in the stage that the command needs. Refuses `SUBMISSION_SENT` with number and day, `SUBMISSION_RECEIVED`,
 * `SUBMISSION_ABANDONED`, `SUBMISSION_NOT_SENT`.
 */
export function inStage({ stage, sent }: SubmissionState, needed: SubmissionStage): Decision<void> {
  if (stage === needed) return ok(undefined);
  if (stage === 'abandoned') return refuse('SUBMISSION_ABANDONED');
  if (stage === 'drafted') return refuse('SUBMISSION_NOT_SENT');
  if (stage === 'received' && needed === 'sent') return refuse('SUBMISSION_RECEIVED');
  const { number = '—', date = '—' } = sent?.letter ?? {};
  return refuse('SUBMISSION_SENT', { params: { number, date } });
}
