import { fraction, sourced } from '#libs/domain/kernel';
import { z } from 'zod';

/** A figure of the law that nobody has read. It is shown as unknown, and never computed with. */
const unknown = z.strictObject({ value: z.literal('unknown'), ...sourced });

const threshold = z.strictObject({
  ...fraction,
  /** More than the fraction, not just as much. */
  strict: z.boolean().default(false),
  of: z.enum(['all_members', 'present']),
  rule: z.enum(['R26', 'R27', 'R37']),
  ...sourced,
});

const quorum = z.strictObject({ ...fraction, rule: z.enum(['R24', 'R25']), ...sourced });

/** How a council comes to its answer (cách biểu quyết). */
export const vote = z.strictObject({
  /** Minutes suffice, or a ballot must be held. */
  method: z.enum(['minutes', 'ballot']),
  /** The share of yes that passes a nominee; where it is unknown the result is written down and not computed. */
  threshold: z.union([threshold, unknown]),
  /** Who must be present for the council to vote at all. Without a quorum rule a vote is none: the soundness check refuses it. */
  quorum: z.union([quorum, unknown]),
  /** Whether the written opinions of absent members are counted (R29). */
  absentees: z.strictObject({ written: z.enum(['counted', 'noted', 'unknown']), ...sourced }).optional(),
  /** How many ballots one round may have (R35); it is shown, and refuses no ballot. */
  rounds: z
    .strictObject({ max: z.union([z.int().positive(), z.literal('unknown')]), ...sourced })
    .optional()
    .describe('How many ballots a round may have. Shown; no ballot is refused for it.'),
  /** Whether the ballot is secret; it is shown. Counts alone enter the system, whatever the ballot is. */
  secret: z
    .strictObject({ value: z.enum(['yes', 'no', 'unknown']), ...sourced })
    .optional()
    .describe('Shown; counts alone enter the system, whatever the ballot is.'),
});

export type Vote = z.infer<typeof vote>;
export type KnownThreshold = z.infer<typeof threshold>;
export type KnownQuorum = z.infer<typeof quorum>;
