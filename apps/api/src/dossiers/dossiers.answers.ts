import { dossierEvents } from '#libs/domain/dossier';
import { awardKinds } from '#libs/domain/procedure';
import type { CommandAnswer } from '#libs/service/commands';
import type { DossierListItem, Page, TimelineRow } from '#libs/service/read-models';
import { z } from 'zod';
import { answerOf, asOf, commandAnswer, count, day, moment, pageAnswer } from '../http/answers.js';
import type { AsOf } from '../http/reading.js';

const dossierListItem = answerOf<DossierListItem>()(
  z
    .strictObject({
      id: z.string(),
      title: z.string(),
      procedureCode: z.string(),
      procedureVersion: z.string().nullable(),
      kind: z.enum(awardKinds),
      submittingUnitId: z.string(),
      bodyId: z.string(),
      cluster: z.string().nullable(),
      step: z.string(),
      suspended: z.boolean(),
      secrecy: dossierEvents.DossierClassified.schema.shape.level,
      individuals: count(),
      collectives: count(),
      households: count(),
      women: count(),
      directWorkers: count(),
      draftedAt: moment(),
      submittedAt: moment().nullable(),
      receivedAt: moment().nullable(),
      nextDueAt: moment().nullable(),
      nextDueClock: z.string().nullable(),
      outcome: z.enum(['granted', 'rejected', 'returned', 'withdrawn']).nullable(),
      decisionId: z.string().nullable(),
      decisionNumber: count().nullable(),
      decisionSymbol: z.string().nullable(),
      decisionDate: day().nullable(),
      parentDossierId: z.string().nullable(),
      finishedAt: moment().nullable(),
      revision: count(),
      position: z.string(),
      updatedAt: moment(),
    })
    .meta({ id: 'DossierListItem', description: 'A dossier as lists show it.' }),
);

export const dossierList = answerOf<Page<DossierListItem> & AsOf>()(pageAnswer(dossierListItem, asOf));

const timelineRow = answerOf<TimelineRow>()(
  z
    .strictObject({
      dossierId: z.string(),
      eventId: z.string(),
      ordinal: count(),
      position: z.string(),
      stream: z.string(),
      revision: count(),
      type: z.string(),
      recordedAt: moment(),
      effectiveAt: moment(),
      actorId: z.string().nullable(),
      actorPositionId: z.string().nullable(),
      actorUnitId: z.string().nullable(),
      onBehalfOf: z.string().nullable(),
      data: z.record(z.string(), z.unknown()).meta({ description: 'What the event holds: docs/events.md.' }),
    })
    .meta({ id: 'TimelineRow', description: 'One fact in the life of a dossier.' }),
);

export const dossierTimeline = answerOf<Page<TimelineRow> & AsOf>()(pageAnswer(timelineRow, asOf));

/** What a command of a dossier answers; the receipt's code is for the officer who has just received it. */
export const dossierCommandAnswer = answerOf<CommandAnswer & { readonly receiptCode?: string }>()(
  commandAnswer.extend({ receiptCode: z.string().optional() }).meta({ id: 'DossierCommandAnswer' }),
);
