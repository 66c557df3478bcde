import { freeText, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { writtenDownSession } from '../events/step.events.js';

/** Hoàn thành bước: say which outcome it had, and at which step where two branches could mean it. */
export const completeStep = z.strictObject({
  step: label(80).optional(),
  outcome: label(40),
  reason: freeText().optional(),
  letter: z.strictObject({ number: label(80), date: localDate() }).optional(),
  /** Of a vote that is written down and not computed: the session in which the council answered. */
  session: writtenDownSession.optional(),
});
