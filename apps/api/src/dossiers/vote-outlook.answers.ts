import { z } from 'zod';
import { count } from '../http/answers.js';

const sourced = { source: z.string(), confidence: z.string() };
const fraction = { numerator: count(), denominator: count() };
const words = z.strictObject({ vi: z.string(), en: z.string() });

export const voteOutlooks = z
  .strictObject({
    id: z.string(),
    revision: count(),
    candidates: count().meta({ description: 'Nominees on whom the council votes.' }),
    votes: z.array(
      z.strictObject({
        step: z.string(),
        name: words,
        method: z.enum(['minutes', 'ballot']),
        /** Null where nobody has read the figure. */
        threshold: z
          .strictObject({
            ...fraction,
            strict: z.boolean(),
            of: z.enum(['all_members', 'present']),
            rule: z.string(),
            ...sourced,
          })
          .nullable(),
        quorum: z.strictObject({ ...fraction, rule: z.string(), ...sourced }).nullable(),
        writtenCounts: z.boolean().meta({ description: 'Letters of absent members are votes (R29).' }),
        outlook: z
          .strictObject({
            of: count().meta({ description: 'Of how many the share is taken.' }),
            needed: count(),
            possible: count().meta({ description: 'Votes that can be cast at most.' }),
            reachable: z.boolean(),
            spare: count().meta({ description: 'How many may withhold their yes.' }),
            quorum: z.strictObject({ needed: count(), reached: z.boolean() }),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'VoteOutlook', description: 'What the arithmetic of a vote means before the council votes.' });
export type VoteOutlooks = z.infer<typeof voteOutlooks>;
