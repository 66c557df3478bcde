import { label } from '#libs/domain/kernel';
import { z } from 'zod';

/** A token for a machine. It always expires: a year at most. */
export const tokenBody = z.strictObject({
  /** What it is for, not whose it is. */
  name: label(80),
  days: z.int().min(1).max(366).default(90),
});
