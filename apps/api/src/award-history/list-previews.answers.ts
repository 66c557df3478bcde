import { awardHistoryCommands } from '#libs/domain/award-history';
import { dossierCommands } from '#libs/domain/dossier';
import { bilingual } from '#libs/domain/kernel';
import { z } from 'zod';
import { answerOf, count } from '../http/answers.js';
import type { NomineeListTold, PastAwardListTold } from './tell-preview.js';

const place = {
  sheet: z.string().optional().meta({ description: 'The sheet of a workbook.' }),
  line: count().meta({ description: 'Of a text its line, of a sheet its row, from 1.' }),
};

const fault = z
  .strictObject({
    code: z.string(),
    ...place,
    column: count(),
    heading: z.string().optional(),
    found: z.string().optional().meta({ description: 'What stands there, shortened.' }),
    sentence: bilingual(),
  })
  .meta({ id: 'ListFault', description: 'One thing that is wrong in a list, and where.' });

const whole = {
  sha256: z.string(),
  errors: z.array(fault),
  refusal: z
    .strictObject({ code: z.string(), rule: z.string().optional(), sentence: bilingual() })
    .optional()
    .meta({ description: 'Why the whole list would be refused.' }),
};

export const pastAwardListPreview = answerOf<PastAwardListTold>()(
  z
    .strictObject({
      ...whole,
      lines: z.array(
        z.strictObject({
          ...place,
          recipient: awardHistoryCommands.import.shape.recipients.element,
          duplicates: z.array(z.string()).meta({ description: 'Known awards that say the same.' }),
          namesakes: z
            .array(z.string())
            .meta({ description: 'Awards of namesakes: the same person if somebody says so.' }),
          known: count().meta({ description: 'How many awards are surely the recipient’s.' }),
        }),
      ),
    })
    .meta({ id: 'PastAwardListPreview', description: 'What a list of earlier awards would add; nothing was written.' }),
);

export const nomineeListPreview = answerOf<NomineeListTold>()(
  z
    .strictObject({
      ...whole,
      lines: z.array(
        z.strictObject({
          ...place,
          nominee: dossierCommands['add-nominees'].shape.nominees.element,
          possiblySame: z
            .array(z.string())
            .meta({ description: 'Nominees (`N3`) and lines (`line 5`) that may be the same.' }),
        }),
      ),
    })
    .meta({ id: 'NomineeListPreview', description: 'Whom a list would add to a dossier; nothing was written.' }),
);
