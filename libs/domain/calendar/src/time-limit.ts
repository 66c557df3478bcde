import type { Instant } from '#libs/domain/kernel';
import { z } from 'zod';

export type LimitUnit = 'working_day' | 'calendar_day' | 'half_day';

/** A time limit (*thời hạn*) as a procedure states it. `value` is a positive whole number of units. */
export interface TimeLimit {
  readonly value: number;
  readonly unit: LimitUnit;
  /** Civil Code Art 147 leaves the first day out; public postings count it. */
  readonly firstDayCounted: boolean;
}

/** A span in which the clock stood still, as for a supplement (R7) or a complaint (R18). */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** Reads a limit from the data of a procedure. */
export const timeLimitSchema: z.ZodType<TimeLimit> = z.strictObject({
  value: z.int().positive(),
  unit: z.enum(['working_day', 'calendar_day', 'half_day']),
  firstDayCounted: z.boolean(),
});
