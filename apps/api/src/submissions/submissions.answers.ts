import type { WayUp } from '#libs/domain/dossier';
import { type Bilingual, bilingual } from '#libs/domain/kernel';
import { submissionEvents, type SubmissionState, submissionStages } from '#libs/domain/submission';
import type { Page } from '#libs/service/read-models';
import { z } from 'zod';
import { answerOf, asOf, count, moment, pageAnswer } from '../http/answers.js';
import type { AsOf } from '../http/reading.js';

const { DossierLeftBehind, SubmissionAbandoned, SubmissionDrafted, SubmissionSent } = submissionEvents;

/** A letter in a list. */
export interface SubmissionListed extends Pick<
  SubmissionState,
  'id' | 'revision' | 'stage' | 'bodyId' | 'title' | 'to' | 'draftedAt'
> {
  /** What the level of the addressee is called. */
  readonly levelName: Bilingual;
  readonly letter: NonNullable<SubmissionState['sent']>['letter'] | null;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  /** How many dossiers are on it, and how many of them did not go with it. */
  readonly dossiers: number;
  readonly left: number;
}

/** A dossier on a letter, and what became of it. */
export interface CarriedDossier {
  readonly dossierId: string;
  /** Null where the reader may not see the dossier. */
  readonly title: string | null;
  readonly step: { readonly code: string; readonly vi: string; readonly en: string } | null;
  /** Of which award it is. */
  readonly procedureCode: string | null;
  readonly left: {
    readonly at: 'sending' | 'receipt';
    readonly code: string;
    readonly details: Bilingual;
  } | null;
}

/** A letter with its dossiers. */
export interface SubmissionAnswer extends Omit<SubmissionListed, 'dossiers' | 'left'> {
  readonly dossiers: readonly CarriedDossier[];
  readonly abandoned: SubmissionState['abandoned'] | null;
}

const head = {
  id: z.string(),
  revision: count(),
  stage: z.enum(submissionStages),
  bodyId: z.string().meta({ description: 'The body that sends it.' }),
  title: z.string(),
  to: SubmissionDrafted.schema.shape.to.meta({
    description: 'The level above, and the body that stands for it where one works in the system.',
  }),
  levelName: bilingual().meta({ description: 'What the level of the addressee is called.' }),
  draftedAt: moment(),
  letter: SubmissionSent.schema.shape.letter.nullable().meta({ description: 'Number and day, once sent.' }),
  sentAt: moment().nullable(),
  receivedAt: moment().nullable(),
};

export const submissionPage = answerOf<Page<SubmissionListed>>()(
  pageAnswer(
    z
      .strictObject({
        ...head,
        dossiers: count(),
        left: count().meta({ description: 'How many of them did not go with it.' }),
      })
      .meta({ id: 'ListedSubmission', description: 'A letter to the level above (tờ trình) in a list.' }),
    {},
  ),
);

export const submissionAnswer = answerOf<SubmissionAnswer>()(
  z
    .strictObject({
      ...head,
      dossiers: z.array(
        z.strictObject({
          dossierId: z.string(),
          title: z.string().nullable().meta({ description: 'Null where the reader may not see the dossier.' }),
          step: z
            .strictObject({ code: z.string(), vi: z.string(), en: z.string() })
            .nullable()
            .meta({ description: 'Where the dossier is now, where the reader may see it.' }),
          procedureCode: z.string().nullable(),
          left: DossierLeftBehind.schema
            .pick({ at: true, code: true })
            .extend({ details: bilingual() })
            .nullable()
            .meta({
              description: 'At which occasion it did not go with the letter, the code of its refusal, and why.',
            }),
        }),
      ),
      abandoned: SubmissionAbandoned.schema.nullable(),
    })
    .meta({
      id: 'Submission',
      description:
        'One letter to the level above (tờ trình) that carries several dossiers, each of which stays its own.',
    }),
);

/** A dossier that waits for a letter to a level above. */
export interface WaitingDossier {
  readonly dossierId: string;
  readonly title: string;
  readonly procedureCode: string;
  readonly step: { readonly code: string; readonly vi: string; readonly en: string };
  readonly ways: readonly (WayUp & { readonly name: Bilingual })[];
  readonly nextDueAt: string | null;
}

export const waitingPage = answerOf<Page<WaitingDossier> & AsOf>()(
  pageAnswer(
    z
      .strictObject({
        dossierId: z.string(),
        title: z.string(),
        procedureCode: z.string(),
        step: z.strictObject({ code: z.string(), vi: z.string(), en: z.string() }),
        ways: z
          .array(
            z.strictObject({
              level: z.string(),
              name: bilingual(),
              toBody: z.boolean().meta({ description: 'It may go to a body that works in the system.' }),
              outside: z.boolean().meta({ description: 'It may go to a level outside; then a letter names no body.' }),
            }),
          )
          .meta({ description: 'Where a letter may take it.' }),
        nextDueAt: moment().nullable(),
      })
      .meta({ id: 'WaitingForSubmission', description: 'A dossier that waits for a letter to a level above.' }),
    asOf,
  ),
);
