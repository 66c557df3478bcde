import { label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';

/** Đạt, không đạt, chưa rõ. Where evidence is missing the outcome is unknown, never a no. */
export const outcome = z.enum(['pass', 'fail', 'unknown']);

/** One thing that a finding rests on, and where it is recorded. */
const evidence = z.strictObject({
  /** The nominee's own line in this dossier, or an award of the history. */
  of: z.enum(['dossier', 'history']),
  /** `D1/N3`, or the id of an imported line. */
  ref: label(200),
  /** Of an award its place in the log; of the dossier's own line the revision that stated it. */
  position: label(80),
  award: label(40).optional(),
  year: z.int().optional(),
});

/** An award that looks like one and does not count, with the reason. */
const passedOver = evidence.extend({
  /**
   * Its kind does not count (R17); it is of another grade; it was cancelled (R56); nobody confirmed whose it is; its kind or its
   * grade is unknown; too recent; undated.
   */
  because: z.enum([
    'kind',
    'grade',
    'cancelled',
    'unconfirmed',
    'kind_unknown',
    'grade_unknown',
    'too_recent',
    'undated',
  ]),
});

/** What one criterion says about one nominee. */
const finding = z.strictObject({
  /** The criterion's id in the version that judged. */
  criterion: label(40),
  rule: label(8),
  outcome,
  counted: z.array(evidence).max(50),
  passedOver: z.array(passedOver).max(50),
  /** What would have to be known or to be there: merit years, names of claims. */
  missing: z.array(label(40)).max(50),
  /** The figures of it, and the days, by name. */
  figures: z.record(z.string(), z.int()),
  days: z.record(z.string(), localDate()),
});

/** Đề xuất của hệ thống: what the criteria of the version say about a nominee. The officer decides. */
export const proposal = z.strictObject({
  outcome,
  findings: z.array(finding).min(1).max(20),
  /** The place in the log up to which the history was read; absent where none was asked. */
  asOf: label(80).optional(),
});

export type Outcome = z.infer<typeof outcome>;
export type Evidence = z.infer<typeof evidence>;
export type PassedOver = z.infer<typeof passedOver>;
export type Finding = z.infer<typeof finding>;
export type Proposal = z.infer<typeof proposal>;
