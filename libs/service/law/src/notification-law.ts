import { bilingual, sourced } from '#libs/domain/kernel';
import { z } from 'zod';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not an hour like 07:30');

const category = z.strictObject({
  names: bilingual(),
  /** About a duty: cannot be switched off in the application, and a letter can at most wait for the daily summary. */
  statutory: z.boolean(),
  /** Leaves at night and on days off as well. */
  ignoresQuietHours: z.boolean(),
});

/** What messages are about, as people choose what they want to get of them. */
export const messageCategories = ['deadline', 'overdue', 'information', 'alarm', 'security'] as const;
export type MessageCategory = (typeof messageCategories)[number];

/** When and how messages leave: data with its source, `law/notifications.json`. Hours are meant in Asia/Ho_Chi_Minh. */
export const notificationLawSchema = z.strictObject({
  version: z.string().min(1),
  /** Quiet hours (*giờ yên tĩnh*), also on days that are not worked: what came meanwhile leaves at `release` of a working day. */
  quietHours: z.strictObject({ from: hour, until: hour, release: hour, ...sourced }),
  /** The day of a year (`10-01`) from which operators are told that the calendar of the next one is not complete. */
  nextYearCalendar: z.strictObject({ from: z.string().regex(/^\d\d-\d\d$/, 'not a day like 10-01'), ...sourced }),
  /** The daily summary (*bản tổng hợp*), on working days. */
  digest: z.strictObject({ at: hour, ...sourced }),
  /** So many messages to one person within so many minutes become one letter. */
  coalescing: z.strictObject({ atLeast: z.int().min(2), withinMinutes: z.int().min(1).max(60), ...sourced }),
  /** The pauses between attempts; after the last one a message is given up. */
  retries: z.strictObject({ afterMinutes: z.array(z.int().positive()).min(1), ...sourced }),
  categories: z.record(z.enum(messageCategories), category),
});

export type NotificationLaw = z.infer<typeof notificationLawSchema>;
