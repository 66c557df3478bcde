import { statisticsDimensions, statisticsOutcomes } from '#libs/service/read-models';
import { z } from 'zod';

const number = z.int().nonnegative();

/** A share in whole numbers; of `unknown` more nobody knows on which side they stand. */
const share = z.strictObject({ numerator: number, denominator: number, unknown: number });

const figures = {
  nominees: number,
  outcomes: z.record(z.enum(statisticsOutcomes), number),
  kinds: z.strictObject({ individual: number, collective: number, household: number }),
  /** Among individuals (F9). */
  directWorkers: share,
  /** Among individuals. */
  women: share,
  /** Calendar days from receipt to outcome: their sum, and of how many nominees. */
  days: z.strictObject({ sum: z.int(), of: number }),
  /** Of dossiers with a clock that ran out, counted in nominees. */
  late: share,
};

export const statisticsAnswer = z.strictObject({
  groups: z.array(z.strictObject({ by: z.partialRecord(z.enum(statisticsDimensions), z.string()), ...figures })),
  total: z.strictObject(figures),
  position: z.string(),
  behind: z.boolean(),
});
