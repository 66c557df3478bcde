import { z } from 'zod';
import { asOf, count } from '../http/answers.js';

export const stepCounts = z
  .strictObject({
    code: z.string(),
    version: z.string(),
    steps: z.array(
      z.strictObject({
        step: z.string(),
        kind: z.enum(['task', 'vote', 'decision', 'sign', 'wait', 'notice', 'fork', 'join', 'end']),
        name: z.strictObject({ vi: z.string(), en: z.string() }),
        open: count().meta({ description: 'Dossiers that are there; of an end, that have ended there.' }),
        overdue: count(),
        soon: count().meta({ description: 'Due within two working days, and not overdue.' }),
        suspended: count(),
      }),
    ),
    ...asOf,
  })
  .meta({ id: 'StepCounts', description: 'How many dossiers are at each step of a version.' });
export type StepCounts = z.infer<typeof stepCounts>;
