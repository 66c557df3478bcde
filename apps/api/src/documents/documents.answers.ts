import { dossierEvents } from '#libs/domain/dossier';
import type { DocumentOpening, ListedDocument } from '#libs/service/documents';
import type { Page } from '#libs/service/read-models';
import { z } from 'zod';
import { answerOf, count, moment, pageAnswer } from '../http/answers.js';

const listedDocument = answerOf<ListedDocument>()(
  dossierEvents.DocumentAttached.schema
    .extend({
      sealed: z.boolean().meta({ description: 'It came before the dossier was declared secret: nobody may read it.' }),
      at: moment(),
      by: z.string(),
      open: z.boolean().meta({ description: 'Whether there is a file that may be opened now.' }),
    })
    .meta({ id: 'ListedDocument' }),
);

export const documentList = answerOf<{ readonly items: readonly ListedDocument[] }>()(
  z.strictObject({ items: z.array(listedDocument) }),
);

export const documentOpenings = answerOf<Page<DocumentOpening>>()(
  pageAnswer(z.strictObject({ id: count(), account: z.string(), at: moment() }), {}),
);
