import { id, label, localDate, personal } from '#libs/domain/kernel';
import { z } from 'zod';

const days = { from: localDate(), to: localDate() };
const people = () => z.int().nonnegative().max(1_000_000);

/**
 * Kê khai của đối tượng: what the submitting unit states of a nominee for the criteria to be judged by. All of it may be left out:
 * what nobody stated is unknown, and the unknown fails nobody.
 */
export const nomineeClaims = z.strictObject({
  /** Năm tính thành tích: the calendar year of the merit. */
  meritYear: z.int().min(1945).max(2200).optional(),
  /** Thời gian tính thành tích, both days included. */
  meritPeriod: z.strictObject(days).optional(),
  /** Loại kỷ niệm chương: which kind of a medal that comes in several. */
  variant: label(40).optional(),
  /** Of a collective: how many members it has, how many of them are women, and how many hold which title. */
  composition: z
    .strictObject({
      members: people().min(1),
      women: people().optional(),
      holders: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), people()).optional(),
    })
    .optional(),
  /** Mã thành tích: achievements that this award is to honour; each ends in one award only (R15). */
  achievements: z.array(id()).max(20).optional(),
  /** Mã sáng kiến, and of several authors the share of this one; each share serves one commendation only (R16). */
  initiatives: z
    .array(z.strictObject({ id: id(), share: z.int().positive().max(100).optional() }))
    .max(20)
    .optional(),
  /** Of a collective: from which day and until which it is there; without a last day it still is (R10). */
  existence: z.strictObject({ from: localDate().optional(), to: localDate().optional() }).optional(),
  /** Kỷ luật: none so far, or when the term of the last one ended. */
  discipline: personal(
    z
      .strictObject({ none: z.boolean(), endedOn: localDate().optional() })
      .refine(({ none, endedOn }) => none === (endedOn === undefined), 'none, or when it ended'),
    'nominee',
  ).optional(),
  /** Leaves within the period of the merit, of some length. */
  leaves: personal(z.array(z.strictObject({ kind: label(40), ...days })).max(20), 'nominee').optional(),
});

export type NomineeClaims = z.infer<typeof nomineeClaims>;
