import { proposal } from '#libs/domain/eligibility';
import { freeText, id, instant, label, localDate, sourced } from '#libs/domain/kernel';
import { councilOutcomes, gradeCode } from '#libs/domain/procedure';
import { z } from 'zod';
import { place } from './place.js';

/** What the officer says about one nominee. */
export const givenVerdict = z.strictObject({
  nomineeId: id(),
  verdict: z.enum(['qualified', 'not_qualified']),
  reason: freeText(),
  /** What it rests on: codes of documents, numbers of letters. */
  evidence: z.array(label()).max(20),
  /** Lý do khác với đề xuất: why the verdict is not what the system proposed. */
  deviation: freeText().optional(),
});

/** What the officer found, beside what the system proposed and on what that rested. */
export const verdict = givenVerdict.extend({ proposal: proposal.optional() });

/** Thẩm định đối tượng: an officer gave verdicts; a later verdict on the same nominee replaces the earlier one. */
export const nomineesAppraised = z.strictObject({ verdicts: z.array(verdict).min(1) });

/** Mất căn cứ (R56): earlier awards on which verdicts rest count no more; with what is proposed now. The verdicts stay. */
export const evidenceLost = z.strictObject({
  nominees: z
    .array(z.strictObject({ nomineeId: id(), refs: z.array(label()).min(1).max(50), proposal: proposal.optional() }))
    .min(1),
});

/** Hoàn thành thẩm định: each nominee has a verdict and the dossier goes to the council. */
export const dossierAppraised = z.strictObject({
  qualified: z.int().nonnegative(),
  notQualified: z.int().nonnegative(),
  ...place,
});

const counts = z.int().nonnegative().max(1_000);

/** The council's answer on one nominee: counts only, never who voted how. */
export const nomineeVote = z.strictObject({
  nomineeId: id(),
  yes: counts,
  no: counts,
  /** Abstained, blank or invalid: not a yes (R30). */
  other: counts,
});

/** Hội đồng xét, bỏ phiếu: the result that two tellers or the minutes give, with the bar it was measured by. */
export const dossierVoted = z.strictObject({
  method: z.enum(['minutes', 'ballot']),
  heldOn: localDate(),
  /** When the session opened; then the members were counted by the organization, else they are the secretary's figure. */
  openedAt: instant().optional(),
  minutes: z.strictObject({ number: label(80), date: localDate() }),
  /** All members of the council when the session opened (R28). */
  members: counts.min(1),
  present: counts,
  /** Absent members who answered in writing before the closing (R29). */
  written: counts,
  tellers: z.array(id()).max(5),
  needed: counts,
  threshold: z.strictObject({
    numerator: z.int(),
    denominator: z.int(),
    strict: z.boolean(),
    of: label(20),
    rule: label(8),
    ...sourced,
  }),
  results: z.array(nomineeVote.extend({ passed: z.boolean() })).min(1),
  differingOpinions: z.array(freeText()).max(50),
  outcome: z.enum(councilOutcomes),
  ...place,
});

/**
 * Phê duyệt: the authority said yes to some nominees and no to all others. A reason stands where the council had passed the
 * nominee; where the verdict or the vote had already said no, that is the reason. Too long for one append it comes in several,
 * of which the last approves and moves on.
 */
export const dossierApproved = z.strictObject({
  approved: z.array(id()),
  refused: z.array(z.strictObject({ nomineeId: id(), reason: freeText().optional() })),
  /** Cho hạng khác với đề nghị: who gets another grade than was proposed, and why. */
  grades: z
    .array(
      z.strictObject({
        grade: gradeCode,
        nominees: z.array(z.strictObject({ nomineeId: id(), from: gradeCode })).min(1),
        reason: freeText(),
      }),
    )
    .min(1)
    .optional(),
  /** Where the last places of the year went through equals: by what it was decided (R21). */
  tieBreak: z
    .strictObject({ by: z.enum(['preference', 'authority']), tied: z.array(id()), reason: freeText().optional() })
    .optional(),
  ...place,
});

/** Không phê duyệt: no nominee is approved. */
export const dossierRejected = z.strictObject({ reason: freeText(), ...place });

/** Trình cấp trên: the dossier went up to the superior body with a letter. */
export const dossierForwarded = z.strictObject({
  toBodyId: id(),
  letter: z.strictObject({ number: label(80), date: localDate() }),
  /** The level at which the superior body stands. */
  level: label(40).optional(),
  /** The letter that carried it, where that carries several dossiers. */
  submissionId: id().optional(),
  ...place,
});
