import type { CountedNominee, Page } from '#libs/service/read-models';
import { z } from 'zod';
import { answerOf, asOf, moment, pageAnswer } from '../http/answers.js';
import type { AsOf } from '../http/reading.js';
import { figureKeys } from './figure-words.js';

const number = z.int().nonnegative();
const words = z.strictObject({ vi: z.string(), en: z.string() });

/** A list of this API that shows what a figure counts: path and query. */
const list = z.string().meta({ description: 'Path and query of the list that shows what is counted.' });

const group = z.strictObject({
  /** What it is about: codes, and their names. Absent for the whole. */
  award: z.string().optional(),
  clock: z.string().optional(),
  step: z.string().optional(),
  cluster: z.string().nullable().optional(),
  unit: z.string().optional(),
  name: words.optional(),
  /** Of shares. */
  numerator: number.optional(),
  denominator: number.optional(),
  unknown: number.optional(),
  /** Of medians: seconds, and of how many stays. */
  medianSeconds: z.number().nonnegative().optional(),
  stays: number.optional(),
  /** Of counts. */
  count: number.optional(),
  lists: z.strictObject({ numerator: list.optional(), denominator: list, unknown: list.optional() }),
});

const figure = z.strictObject({
  key: z.enum(figureKeys),
  unit: z.enum(['share', 'time', 'count']),
  name: words,
  formula: words,
  excluded: words,
  total: group.optional(),
  groups: z.array(group),
});

export const figuresAnswer = z
  .strictObject({
    figures: z.array(figure),
    reasons: z
      .array(z.strictObject({ dossierId: z.string(), award: z.string(), at: moment(), reason: z.string() }))
      .meta({ description: 'Why dossiers were returned, latest first, at most 50.' }),
    ...asOf,
  })
  .meta({
    id: 'Figures',
    description: 'Figures, each with its formula, what is left out, and the list that it counts.',
  });

export type FiguresAnswer = z.infer<typeof figuresAnswer>;
export type FigureTold = FiguresAnswer['figures'][number];
export type FigureGroup = FigureTold['groups'][number];

export const countedNominees = answerOf<Page<CountedNominee> & AsOf>()(
  pageAnswer(
    z
      .strictObject({
        dossierId: z.string(),
        title: z.string(),
        award: z.string(),
        cluster: z.string().nullable(),
        submittingUnitId: z.string(),
        nomineeId: z.string(),
        standing: z.enum(['direct_worker', 'leader']).nullable(),
      })
      .meta({ id: 'CountedNominee', description: 'An individual whom a figure counts: without a name.' }),
    asOf,
  ),
);
