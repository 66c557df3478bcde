import { z } from 'zod';

/** Whether I have a personal calendar, and since when. */
export const feedState = z.strictObject({ openSince: z.iso.datetime().nullable() });

/** The address of a personal calendar, shown once. */
export const feedAddress = z.strictObject({
  /** Path below the address of this server. */
  path: z.string().regex(/^\/ical\/[\w-]{32}\.ics$/),
});
