import { bilingual } from '#libs/domain/kernel';
import type { PersonTold } from '#libs/service/reading';
import { z } from 'zod';
import { answerOf } from '../http/answers.js';

/** Somebody who acted or looked, as auditors are told. */
export const person = answerOf<PersonTold>()(
  z
    .strictObject({
      accountId: z.string(),
      name: z.string().nullable(),
      positionId: z.string().nullable(),
      position: bilingual().nullable(),
      unit: bilingual().nullable(),
    })
    .meta({ id: 'Person', description: 'Who acted or looked: account, name, position and unit.' }),
);
