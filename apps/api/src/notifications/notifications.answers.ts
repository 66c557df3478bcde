import { notificationCategories, notificationGroups } from '#libs/service/read-models';
import { z } from 'zod';

const common = {
  /** Hand it back to mark it as read. */
  id: z.string(),
  /** Cần làm, Để biết, Hệ thống. */
  group: z.enum(notificationGroups),
  dossierId: z.string().nullable(),
  /** Null where it is about none, or the list is behind. */
  dossierTitle: z.string().nullable(),
  at: z.string(),
  read: z.boolean(),
};

/** A recorded fact that concerns the reader. */
const aboutEvent = z.strictObject({
  kind: z.literal('event'),
  ...common,
  category: z.enum(notificationCategories),
  /** Type of the event. */
  type: z.string(),
  position: z.string(),
  sentence: z.strictObject({ vi: z.string(), en: z.string() }),
  /** Something to do that nobody has done yet. */
  open: z.boolean(),
});

/** A deadline that comes, or has passed. */
const aboutDeadline = z.strictObject({
  kind: z.literal('reminder'),
  ...common,
  category: z.enum(['deadline', 'overdue']),
  deadlineId: z.string(),
  rung: z.string(),
  channel: z.enum(['in_app', 'digest']),
  clock: z.string(),
  dueAt: z.string(),
  workingDaysLeft: z.int(),
  note: z.literal('position_vacant').optional(),
});

/** To operators: a letter to an account did not arrive. */
const aboutLetter = z.strictObject({
  kind: z.literal('alarm'),
  ...common,
  category: z.literal('alarm'),
  channel: z.enum(['in_app', 'digest']),
  letterId: z.string(),
  accountId: z.string(),
  /** Why not: the mail server's, or ours. */
  code: z.string(),
});

const anyNotification = z.discriminatedUnion('kind', [aboutEvent, aboutDeadline, aboutLetter]);
export type NotificationAnswer = z.infer<typeof anyNotification>;

/** One page; on a page whose reminders are about dossiers that the reader no longer sees, fewer than asked for. */
export const notificationsAnswer = z.strictObject({
  items: z.array(anyNotification),
  next: z.string().nullable(),
  /** Hand it back to mark all of this page, and all before it, as read. */
  newest: z.string(),
  /** How many are not read, up to 1,000 of facts and 1,000 of deadlines. */
  unread: z.int().nonnegative(),
  position: z.string(),
  behind: z.boolean(),
});

export const unreadAnswer = z.strictObject({ unread: z.int().nonnegative() });
