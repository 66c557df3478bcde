import { freeText, id, instant, label, localDate } from '#libs/domain/kernel';
import { gradeCode } from '#libs/domain/procedure';
import { z } from 'zod';
import { givenVerdict, nomineeVote } from '../events/judgement.events.js';

const count = () => z.int().nonnegative().max(1_000);

/** Thẩm định đối tượng. */
export const appraiseNominees = z.strictObject({ verdicts: z.array(givenVerdict).min(1).max(2_000) });

/** Ghi nhận mất căn cứ (R56); done because earlier awards were cancelled or struck. */
export const noteLostEvidence = z.strictObject({ refs: z.array(label()).min(1).max(2_000) });

/** Hoàn thành thẩm định: every nominee has a verdict. */
export const completeAppraisal = z.strictObject({});

/** Ghi kết quả Hội đồng: minutes, or the count of a ballot by two tellers. No member's choice enters the system. */
export const recordCouncilResult = z.strictObject({
  method: z.enum(['minutes', 'ballot']),
  heldOn: localDate(),
  /** When the session opened: its members are then those whom the organization had appointed by then (R28). */
  openedAt: instant().optional(),
  minutes: z.strictObject({ number: label(80), date: localDate() }),
  members: count().min(1),
  present: count(),
  written: count(),
  tellers: z.array(id()).max(5).default([]),
  results: z.array(nomineeVote).min(1).max(2_000),
  differingOpinions: z.array(freeText()).max(50).default([]),
});

/**
 * Phê duyệt từng đối tượng: every nominee that the council passed stands in one of the two lists, refused with a reason.
 * Those whom the verdict or the vote ruled out may be listed as refused; unlisted they are refused all the same.
 */
export const approveDossier = z.strictObject({
  approved: z.array(id()).min(1).max(2_000),
  refused: z
    .array(z.strictObject({ nomineeId: id(), reason: freeText().optional() }))
    .max(2_000)
    .default([]),
  /** Cho hạng khác với đề nghị: which of the approved get another grade than was proposed, and why. */
  grades: z
    .array(z.strictObject({ grade: gradeCode, nominees: z.array(id()).min(1).max(2_000), reason: freeText() }))
    .max(20)
    .optional(),
  /** Why of equals for the last place of the year these were chosen, where it is not by R21. */
  tieBreakReason: freeText().optional(),
});

/** Không phê duyệt. */
export const rejectDossier = z.strictObject({ reason: freeText() });

/** Trình cấp trên. */
export const forwardDossier = z.strictObject({
  toBodyId: id(),
  letter: z.strictObject({ number: label(80), date: localDate() }),
});
