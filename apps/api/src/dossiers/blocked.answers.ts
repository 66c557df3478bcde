import { blockedReasons } from '#libs/domain/dossier';
import { bilingual } from '#libs/domain/kernel';
import type { BlockedTold } from '#libs/service/reading';
import { z } from 'zod';
import { answerOf, count, day, moment } from '../http/answers.js';
import { refusal } from './allowed.answers.js';

export interface BlockedAnswer extends BlockedTold {
  readonly id: string;
  readonly revision: number;
}

const position = z
  .strictObject({
    role: z.string(),
    roleName: bilingual(),
    level: z.string(),
    levelName: bilingual(),
    unitId: z.string(),
    unit: bilingual(),
    recording: z.boolean().meta({ description: 'It writes down what a level outside the installation did.' }),
  })
  .meta({ id: 'ActingPosition', description: 'A role in a unit. Never a person.' });

const deadline = z.strictObject({
  deadlineId: z.string(),
  clock: z.string(),
  name: bilingual(),
  state: z.enum(['running', 'paused', 'late', 'awaited']),
  dueAt: moment().optional(),
  pausedSince: moment().optional(),
  late: z
    .strictObject({
      workingDays: count(),
      exact: z.boolean().meta({ description: 'False where the calendar of a year on the way is not complete.' }),
    })
    .optional(),
  missingYear: z.int().optional().meta({ description: 'The year whose working calendar is not there yet.' }),
  awaiting: z
    .strictObject({ from: day(), to: day(), names: bilingual() })
    .optional()
    .meta({ description: 'The days of that year that are awaited, where not the whole year is.' }),
  source: z.string(),
});

const line = z
  .strictObject({
    place: z.string(),
    name: bilingual(),
    reason: z.enum(blockedReasons).meta({
      description:
        'Somebody has to act; a time has to pass; it is suspended; other branches are not there yet; the rest of a long list is on its way; no version of the procedure can be asked.',
    }),
    since: moment(),
    sentences: bilingual(),
    acts: z
      .array(
        z.strictObject({
          act: z.string().meta({ description: 'A command of a dossier, or `issue-decision`.' }),
          name: bilingual(),
          outcome: z.string().optional(),
          outcomeName: bilingual().optional(),
          by: z.array(position),
          notBy: z.array(z.string()).meta({ description: 'Who did one of these may not do it (R42).' }),
        }),
      )
      .meta({ description: 'What moves it on, or makes that possible. Each can be done now by each position named.' }),
    refusal: refusal.optional().meta({ description: 'Why what usually comes next cannot be done yet.' }),
    documents: z
      .array(z.strictObject({ document: z.string(), name: bilingual() }))
      .meta({ description: 'What the next receipt would miss; a format of a paper as `TT.docx`.' }),
    opinions: z
      .array(z.strictObject({ opinionId: z.string(), body: z.string(), askedAt: moment() }))
      .meta({ description: 'Bodies that were asked and have not answered (R41).' }),
    until: moment().optional(),
    deadlines: z.array(deadline),
    rule: z.string().optional(),
    source: z.string(),
  })
  .meta({ id: 'BlockedLine', description: 'For what a dossier waits at one of its places.' });

export const blockedAnswer = answerOf<BlockedAnswer>()(
  z
    .strictObject({
      id: z.string(),
      revision: count(),
      ended: z
        .strictObject({
          step: z.string(),
          name: bilingual(),
          outcome: z.string(),
          on: moment(),
          sentences: bilingual(),
        })
        .optional()
        .meta({ description: 'Nothing is waited for: it has ended.' }),
      lines: z.array(line),
    })
    .meta({ id: 'BlockedBy', description: 'Why a dossier does not go on: a line for each place where it lies.' }),
);
