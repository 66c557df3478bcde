import { z } from 'zod';
import { count, moment, pageAnswer } from '../http/answers.js';
import { person } from '../people/person.answers.js';

export const openingsPage = pageAnswer(
  z
    .strictObject({
      what: z.enum(['dossier', 'document', 'log']),
      account: z.string(),
      positionId: z.string().nullable(),
      by: person,
      at: moment().meta({ description: 'The last time in the hour.' }),
      times: count().meta({ description: 'How often in the hour; of the log, how many events were given.' }),
      sha256: z.string().nullable(),
    })
    .meta({
      id: 'DossierOpening',
      description: 'That somebody opened a dossier, one of its files, or its events in the log.',
    }),
  {},
);
export type OpeningsPage = z.infer<typeof openingsPage>;
