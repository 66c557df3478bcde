import type { Instant } from '#libs/domain/kernel';

/** A span of time whose first moment belongs to it and whose last does not: `[from, to)`. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Whether a moment lies in a half-open interval (R53): a campaign from 00:00 09/08 to 00:00 23/08 has its first second
 * and ends before the last named one, so that two campaigns end to end never share an entry.
 */
export const within = ({ from, to }: Interval, at: Instant): boolean => from <= at && at < to;
