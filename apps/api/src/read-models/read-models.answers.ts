import { z } from 'zod';

/** How far each read model has come. */
export const readModelsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      /** Its name: `dossier-list`. */
      projection: z.string(),
      version: z.int().positive(),
      /** The last event whose effect is in it. */
      position: z.string(),
      /** How many events of the log that is. */
      ordinal: z.int().nonnegative(),
      /** Events not taken in yet, counted up to 1,000. */
      eventsBehind: z.int().nonnegative(),
      /** How long the oldest of them has been in the log, in seconds. */
      secondsBehind: z.number().nonnegative(),
      /** Events parked because they, or one before them in their stream, could not be taken in. */
      deadLetters: z.int().nonnegative(),
      /** Somebody keeps it up to date now. */
      followed: z.boolean(),
    }),
  ),
});
