import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';

/** Gia hạn: so many units of the limit more, on the word of an authority. */
export const extendDeadline = z.strictObject({
  deadlineId: id(),
  units: z.int().positive().max(365),
  letter: z.strictObject({ number: label(80), date: localDate() }),
  reason: freeText(),
});
