import { messageCategories } from '#libs/service/law';
import type { InAppMessage } from '#libs/service/notifications';
import { z } from 'zod';
import { answerOf, count, moment } from '../http/answers.js';

const any = {
  id: count(),
  category: z.enum(messageCategories),
  channel: z.enum(['in_app', 'digest']),
  rungAt: moment(),
};

const reminder = z
  .strictObject({
    ...any,
    kind: z.literal('reminder'),
    dossierId: z.string(),
    deadlineId: z.string(),
    rung: z.string(),
    clock: z.string(),
    dueAt: moment(),
    workingDaysLeft: z.int(),
    note: z.literal('position_vacant').optional(),
  })
  .meta({ id: 'InAppReminder', description: 'About a deadline.' });

const alarm = z
  .strictObject({
    ...any,
    kind: z.literal('alarm'),
    letterId: z.string(),
    accountId: z.string(),
    code: z.string(),
  })
  .meta({ id: 'InAppAlarm', description: 'To operators: a letter to this account did not arrive.' });

export const inbox = answerOf<{ readonly items: readonly InAppMessage[] }>()(
  z.strictObject({ items: z.array(z.discriminatedUnion('kind', [reminder, alarm])) }),
);
