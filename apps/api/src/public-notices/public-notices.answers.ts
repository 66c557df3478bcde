import { dossierEvents, type ObjectionState } from '#libs/domain/dossier';
import { bilingual } from '#libs/domain/kernel';
import { nomineeKinds } from '#libs/domain/procedure';
import type { PublicNotice, PublicNoticeLine } from '#libs/service/reading';
import { z } from 'zod';
import { answerOf, day, moment } from '../http/answers.js';

const line = {
  code: z.string(),
  award: bilingual(),
  body: bilingual(),
  openedAt: moment(),
  lastDay: day().nullable().meta({ description: 'Null where the law’s figure is unknown.' }),
};

export const publicNoticeList = answerOf<{ readonly items: readonly PublicNoticeLine[] }>()(
  z.strictObject({ items: z.array(z.strictObject(line)) }),
);

export const publicNoticePage = answerOf<PublicNotice>()(
  z
    .strictObject({
      ...line,
      where: z.string(),
      contact: dossierEvents.PublicNoticeOpened.schema.shape.contact,
      nominees: z.array(z.strictObject({ kind: z.enum(nomineeKinds), name: z.string(), unit: z.string() })),
    })
    .meta({ id: 'PublicNotice', description: 'A public notice: whom the law posts, by name and place of work.' }),
);

export const objectionList = answerOf<{ readonly items: readonly ObjectionState[] }>()(
  z.strictObject({
    items: z.array(
      dossierEvents.ObjectionRecorded.schema.extend({
        at: moment(),
        resolved: dossierEvents.ObjectionResolved.schema
          .omit({ objectionId: true })
          .extend({ at: moment() })
          .optional(),
      }),
    ),
  }),
);
