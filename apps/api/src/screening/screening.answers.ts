import { screeningQuestions } from '#libs/service/read-models';
import { z } from 'zod';
import { asOf, count, moment, pageAnswer } from '../http/answers.js';
import { person } from '../people/person.answers.js';

const words = z.strictObject({ vi: z.string(), en: z.string() });

export const screeningList = z.strictObject({
  items: z.array(
    z.strictObject({
      question: z.enum(screeningQuestions),
      name: words,
      how: words,
      takes: z.array(z.string()).meta({ description: 'Parameters of the query.' }),
      found: count().meta({ description: 'How many cases; of a sample, of how many dossiers it is drawn.' }),
    }),
  ),
  days: count().meta({ description: 'The working days with which `overdue` was counted.' }),
  ...asOf,
});
export type ScreeningList = z.infer<typeof screeningList>;

export const screeningPage = pageAnswer(
  z
    .strictObject({
      dossierId: z.string(),
      title: z.string(),
      award: z.string(),
      submittingUnitId: z.string(),
      step: z.string(),
      at: moment(),
      stream: z.string().nullable(),
      revision: count().nullable(),
      replayAt: count()
        .nullable()
        .meta({ description: "Revision of the dossier's own stream at which a replay shows it." }),
      by: person.nullable().meta({ description: 'Who did it.' }),
      about: z.record(z.string(), z.unknown()).meta({ description: 'What the fact says that matters here.' }),
    })
    .meta({
      id: 'ScreenedCase',
      description: 'A dossier worth a look, and the fact or clock for which it is on the list.',
    }),
  {
    question: z.enum(screeningQuestions),
    found: count().meta({ description: 'How many cases in all; of a sample, of how many dossiers it is drawn.' }),
    days: count().optional(),
    seed: z.string().optional().meta({ description: 'Of a sample: with it anybody gets the same one.' }),
    ...asOf,
  },
);
export type ScreeningPage = z.infer<typeof screeningPage>;
