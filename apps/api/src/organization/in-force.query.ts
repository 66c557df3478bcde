import { localDate } from '#libs/domain/kernel';
import { z } from 'zod';

/** `?asInForce=2024-03-01`: for which day of the office's world something is asked. */
export const inForceQuery = z.strictObject({ asInForce: localDate().optional() });
