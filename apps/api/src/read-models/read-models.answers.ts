import { z } from 'zod';

/** How a rebuild that was asked of this process stands. */
export const rebuildState = z
  .strictObject({
    /** `elsewhere`: another process is at it. `failed`: asked for again, it goes on where it stopped. */
    state: z.enum(['running', 'done', 'failed', 'elsewhere']),
    /** Events of the log that are in the new tables, of how many. */
    done: z.int().nonnegative(),
    total: z.int().nonnegative().nullable(),
    eventsPerSecond: z.int().nonnegative(),
  })
  .meta({ id: 'RebuildState' });

export const retriedAnswer = z.strictObject({
  applied: z.int().nonnegative(),
  /** Streams that still wait: their first event failed again. */
  stillParked: z.int().nonnegative(),
});

/** How far each read model has come. */
export const readModelsAnswer = z.strictObject({
  /** Where the log ends. */
  head: z.string(),
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
      /** `stopped`: nobody follows. `parked`: some events could not be taken in. */
      state: z.enum(['running', 'stopped', 'parked']),
      /** Since somebody looked last; null at the first look. */
      eventsPerSecond: z.int().nonnegative().nullable(),
      /** Why the last event was parked: a code and the event's type, nothing of what is in it. */
      lastError: z.strictObject({ code: z.string(), type: z.string(), at: z.string() }).nullable(),
      rebuild: rebuildState.nullable(),
    }),
  ),
});
