import { z } from 'zod';

/** A share as the law writes it: 2/3, 4/5, 9/10. Both are positive whole numbers, the first not above the second. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const parts = { numerator: z.int().positive().max(1000), denominator: z.int().positive().max(1000) };
const isShare = ({ numerator, denominator }: Fraction) => numerator <= denominator;

/** Reads a share from the data of a procedure. */
export const fractionSchema: z.ZodType<Fraction> = z.strictObject(parts).refine(isShare, 'a share above the whole');

/** The share of yes-votes an award needs (*tỷ lệ phiếu đồng ý*). */
export interface Threshold extends Fraction {
  /** “More than” the share (*quá bán*), not “at least”. */
  readonly strict?: boolean;
  /** What the share is taken of: the whole council as frozen at the opening (R28), or those in the room. */
  readonly of: 'all_members' | 'present';
}

/** Reads a threshold from the data of a procedure. */
export const thresholdSchema: z.ZodType<Threshold> = z
  .strictObject({ ...parts, strict: z.boolean().exactOptional(), of: z.enum(['all_members', 'present']) })
  .refine(isShare, 'a share above the whole')
  .refine((share) => !share.strict || share.numerator < share.denominator, 'nobody can have more than all votes');

/** The smallest count that is at least, or when `strict` more than, the share of a whole. Integers only (house rule 6). */
export function leastCount({ numerator, denominator }: Fraction, whole: number, strict = false): number {
  const product = demandCount(demandCount(whole) * demandPositive(numerator));
  demandPositive(denominator);
  const remainder = product % denominator;
  const floor = (product - remainder) / denominator;
  return strict || remainder > 0 ? floor + 1 : floor;
}

/** A number of people or papers; anything else reaching the arithmetic is a bug and is thrown as a RangeError. */
export function demandCount(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of people or papers: ${count}.`);
  return count;
}

function demandPositive(part: number): number {
  if (!Number.isSafeInteger(part) || part < 1) throw new RangeError(`Not a part of a fraction: ${part}.`);
  return part;
}
