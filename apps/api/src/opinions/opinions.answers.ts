import { dossierEvents, type OpinionStanding, opinionStandings } from '#libs/domain/dossier';
import type { Bilingual } from '#libs/domain/kernel';
import { bilingual } from '#libs/domain/kernel';
import { nomineeKinds, type NomineeKind } from '#libs/domain/procedure';
import type { AskedOpinion, Page } from '#libs/service/read-models';
import { z } from 'zod';
import { answerOf, asOf, day, moment, pageAnswer } from '../http/answers.js';
import type { AsOf } from '../http/reading.js';

const standing = () =>
  z.enum(opinionStandings).meta({
    description: '`unanswered`: the dossier went on without the answer. It stays so, also when one came later.',
  });

const line = answerOf<AskedOpinion>()(
  z
    .strictObject({
      dossierId: z.string(),
      opinionId: z.string(),
      askedUnitId: z.string().nullable(),
      byUnitId: z.string(),
      askedAt: moment(),
      standing: standing(),
      answeredAt: moment().nullable(),
      deadlineId: z.string().nullable(),
      award: z.string(),
      dueAt: moment().nullable(),
    })
    .meta({ id: 'AskedOpinion', description: 'A question to a unit.' }),
);

export const askedOpinions = answerOf<Page<AskedOpinion> & AsOf>()(pageAnswer(line, asOf));

/** What a body that was asked reads, and nothing else of the dossier. */
export interface OpinionTold {
  readonly dossierId: string;
  readonly opinionId: string;
  readonly award: Bilingual;
  readonly title: string;
  readonly by: { readonly unitId: string; readonly name: Bilingual };
  readonly question: string;
  readonly letter: { readonly number: string; readonly date: string } | null;
  readonly nominees: readonly { readonly kind: NomineeKind; readonly name: string; readonly unit: string }[];
  readonly askedAt: string;
  readonly dueAt: string | null;
  readonly standing: OpinionStanding;
  readonly answer: {
    readonly answer: string;
    readonly text: string | null;
    readonly at: string;
    readonly late: boolean;
  } | null;
}

export const opinionTold = answerOf<OpinionTold>()(
  z
    .strictObject({
      dossierId: z.string(),
      opinionId: z.string(),
      award: bilingual(),
      title: z.string(),
      by: z.strictObject({ unitId: z.string(), name: bilingual() }),
      question: z.string(),
      letter: z.strictObject({ number: z.string(), date: day() }).nullable(),
      nominees: z.array(z.strictObject({ kind: z.enum(nomineeKinds), name: z.string(), unit: z.string() })),
      askedAt: moment(),
      dueAt: moment().nullable(),
      standing: standing(),
      answer: z
        .strictObject({ answer: z.string(), text: z.string().nullable(), at: moment(), late: z.boolean() })
        .nullable(),
    })
    .meta({
      id: 'Opinion',
      description: 'A question as the body that was asked reads it; nothing else of the dossier.',
    }),
);

/** That an answer was taken, without anything of the dossier. */
export interface OpinionAnswered {
  readonly opinionId: string;
  readonly position: string;
}

export const opinionAnswered = answerOf<OpinionAnswered>()(
  z.strictObject({
    opinionId: z.string(),
    position: z.string().meta({ description: 'A place in the log. Opaque: hand it back as `minPosition`.' }),
  }),
);

export const answerBody = dossierEvents.OpinionReceived.schema.pick({ answer: true, text: true, letter: true });
