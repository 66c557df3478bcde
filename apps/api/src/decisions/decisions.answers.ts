import { type DecisionView, decisionCommands, decisionEvents } from '#libs/domain/decision';
import { nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { answerOf, count, day } from '../http/answers.js';

const { DecisionDrafted, DecisionIssued, NumberGivenUp } = decisionEvents;

const recipient = DecisionDrafted.schema.shape.recipients.element.extend({
  prize: count().optional().meta({ description: 'In đồng; once issued.' }),
  cancelled: decisionCommands['cancel-award'].pick({ ground: true, reason: true }).optional(),
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
