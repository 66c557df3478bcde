import { id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { addressee } from '../events/submission.events.js';

/** Said by no person: the letter (tờ trình) that carried the dossier there. */
export const bySubmission = { submissionId: id().optional() } as const;

/** Đưa vào tờ trình: because a letter lists it. */
export const enterInSubmission = z.strictObject({ submissionId: id(), to: addressee });

/** Rút khỏi tờ trình: because the letter lists it no more, or was given up. */
export const releaseFromSubmission = z.strictObject({ submissionId: id() });

/** Trình cấp trên theo tờ trình: because the letter was sent. */
export const forwardBySubmission = z.strictObject({
  submissionId: id(),
  letter: z.strictObject({ number: label(80), date: localDate() }),
});

/** Tiếp nhận theo tờ trình: because the letter was received above. */
export const receiveBySubmission = z.strictObject({ submissionId: id() });
