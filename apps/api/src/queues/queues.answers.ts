import { z } from 'zod';
import { count, moment } from '../http/answers.js';

export const queuesAnswer = z
  .strictObject({
    at: moment(),
    items: z.array(
      z.strictObject({
        queue: z.enum(['misses', 'reminders', 'letters', 'reactions']),
        means: z.strictObject({ vi: z.string(), en: z.string() }),
        waiting: count(),
        oldestSeconds: count().meta({ description: 'How long the oldest of what waits could have been done already.' }),
        failed: count().meta({ description: 'What nothing will do by itself any more.' }),
      }),
    ),
  })
  .meta({ id: 'Queues', description: 'What waits to be done by the system, by what it means to the office.' });
export type QueuesAnswer = z.infer<typeof queuesAnswer>;
