import { bilingual } from '#libs/domain/kernel';
import { type ListedPaper, paperFormats, paperKinds, type PaperOpening } from '#libs/service/papers';
import type { Page } from '#libs/service/read-models';
import type { PersonTold } from '#libs/service/reading';
import { z } from 'zod';
import { refusal } from '../dossiers/allowed.answers.js';
import { answerOf, count, moment, pageAnswer } from '../http/answers.js';
import { person } from '../people/person.answers.js';

const listedPaper = answerOf<ListedPaper>()(
  z
    .strictObject({
      kind: z.enum(paperKinds),
      name: bilingual(),
      possible: z.boolean(),
      refusal: refusal.optional(),
    })
    .meta({ id: 'ListedPaper', description: 'A paper that the system can make now; if not, why.' }),
);

export interface PaperList {
  readonly items: readonly ListedPaper[];
}

export const paperList = answerOf<PaperList>()(z.strictObject({ items: z.array(listedPaper) }));

/** With who it was. */
export type PaperOpeningTold = PaperOpening & { readonly by: PersonTold };

export const paperOpenings = answerOf<Page<PaperOpeningTold>>()(
  pageAnswer(
    z.strictObject({
      id: count(),
      account: z.string(),
      by: person,
      kind: z.enum(paperKinds),
      format: z.enum(paperFormats),
      at: moment(),
    }),
    {},
  ),
);
