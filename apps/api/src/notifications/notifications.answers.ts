import type { InAppMessage } from '#libs/service/notifications';
import { z } from 'zod';
import { answerOf, count, moment } from '../http/answers.js';

const message = answerOf<InAppMessage>()(
  z
    .strictObject({
      id: count(),
      dossierId: z.string(),
      deadlineId: z.string(),
      rung: z.string(),
      channel: z.enum(['in_app', 'digest']),
      clock: z.string(),
      dueAt: moment(),
      workingDaysLeft: z.int(),
      note: z.literal('position_vacant').optional(),
      rungAt: moment(),
    })
    .meta({ id: 'InAppMessage' }),
);

export const inbox = answerOf<{ readonly items: readonly InAppMessage[] }>()(
  z.strictObject({ items: z.array(message) }),
);
