import { bilingual } from '#libs/domain/kernel';
import { timelineGroups } from '#libs/service/reading';
import { z } from 'zod';

const entry = z
  .strictObject({
    eventId: z.uuid(),
    type: z.string(),
    group: z.enum(timelineGroups),
    stream: z.string(),
    revision: z.int(),
    position: z.string(),
    sentence: z.string(),
    sentences: bilingual(),
    by: z.strictObject({
      accountId: z.string().nullable(),
      name: z.string().nullable(),
      positionId: z.string().nullable(),
      position: bilingual().nullable(),
      unitId: z.string().nullable(),
      unit: bilingual().nullable(),
      system: z.boolean(),
      onBehalfOf: z.strictObject({ accountId: z.string(), name: z.string().nullable() }).nullable(),
    }),
    recordedAt: z.iso.datetime(),
    recordedText: z.string(),
    effectiveAt: z.iso.datetime(),
    effectiveText: z.string(),
    backDated: z.boolean(),
    corrects: z.int().nullable(),
  })
  .meta({ id: 'TimelineEntry', description: 'One fact of a dossier or a letter, as people read it.' });

/** All that there is of something short. */
export const wholeTimeline = z.strictObject({ items: z.array(entry) });

export const timelinePage = z.strictObject({
  items: z.array(entry),
  next: z.string().nullable(),
  position: z.string(),
  behind: z.boolean(),
});
