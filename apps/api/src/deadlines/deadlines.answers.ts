import { type Bilingual, bilingual, confidence } from '#libs/domain/kernel';
import type { DeadlineItem, Page } from '#libs/service/read-models';
import { z } from 'zod';
import { answerOf, asOf, count, moment, pageAnswer } from '../http/answers.js';
import type { AsOf } from '../http/reading.js';

/** A deadline, whose dossier it is about, and what its clock is called there. */
export interface DeadlineTold extends DeadlineItem {
  readonly clockName: Bilingual;
}

const deadlineItem = answerOf<DeadlineTold>()(
  z
    .strictObject({
      dossierId: z.string(),
      deadlineId: z.string(),
      clock: z.string(),
      responsible: z.string(),
      state: z.enum(['running', 'paused', 'awaited', 'missed', 'met', 'cancelled']),
      startedAt: moment(),
      dueAt: moment().nullable(),
      missingYear: z.int().nullable(),
      version: count(),
      pausedAt: moment().nullable(),
      remainingWorkingDays: z.int().nullable(),
      missedAt: moment().nullable(),
      metAt: moment().nullable(),
      late: z.boolean().nullable(),
      timeLimit: z
        .strictObject({
          value: z.int().positive(),
          unit: z.enum(['working_day', 'calendar_day', 'half_day']),
          firstDayCounted: z.boolean(),
        })
        .nullable(),
      calendarId: z.string(),
      calendarVersion: z.string(),
      source: z.string(),
      confidence: confidence(),
      revision: count(),
      position: z.string(),
      submittingUnitId: z.string(),
      bodyId: z.string(),
      dossierTitle: z.string().nullable().meta({ description: 'Null where the list of dossiers is behind.' }),
      procedureCode: z.string().nullable(),
      procedureVersion: z.string().nullable().meta({ description: 'Null before a receipt has bound the dossier.' }),
      clockName: bilingual(),
    })
    .meta({ id: 'DeadlineItem' }),
);

export const openDeadlines = answerOf<Page<DeadlineTold> & AsOf>()(pageAnswer(deadlineItem, asOf));
