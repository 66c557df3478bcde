import { type DecisionView, decisionCommands, decisionEvents } from '#libs/domain/decision';
import { nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import type { RegisterEntry } from '#libs/service/commands';
import type { Page } from '#libs/service/read-models';
import { answerOf, count, day, pageAnswer } from '../http/answers.js';

const { DecisionDrafted, DecisionIssued, NumberGivenUp } = decisionEvents;

const recipient = DecisionDrafted.schema.shape.recipients.element.extend({
  prize: count().optional().meta({ description: 'In đồng; once issued.' }),
  cancelled: decisionCommands['cancel-award'].pick({ ground: true, reason: true }).optional(),
  restored: decisionCommands['restore-award']
    .pick({ reason: true })
    .optional()
    .meta({ description: 'It was cancelled once, and stands again.' }),
});

export const decisionView = answerOf<DecisionView>()(
  z
    .strictObject({
      id: z.string(),
      revision: count(),
      stage: z.enum(['drafted', 'issued', 'given_up']),
      bodyId: z.string(),
      series: z.string(),
      award: z.string(),
      draftedOn: day(),
      recipients: z.array(recipient),
      issue: DecisionIssued.schema.optional(),
      givenUp: NumberGivenUp.schema.optional(),
      validByKind: z.partialRecord(z.enum(nomineeKinds), count()),
      valid: count(),
      cancelled: count(),
    })
    .meta({ id: 'Decision', description: 'A decision as its facts say it is: who receives what.' }),
);

const registerEntry = answerOf<RegisterEntry>()(
  z
    .strictObject({
      number: count(),
      decisionId: z.string(),
      state: z.enum(['issued', 'given_up', 'taken']),
      symbol: z.string().nullable(),
      date: day().nullable(),
      reason: z.string().nullable().meta({ description: 'Why the number was given up.' }),
      recipients: count(),
      cancelled: count(),
    })
    .meta({ id: 'RegisterEntry', description: 'A number of a register, and what became of it.' }),
);

export const registerPage = answerOf<Page<RegisterEntry>>()(pageAnswer(registerEntry, {}));
