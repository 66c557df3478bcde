import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { place } from './place.js';

/** Hoàn thành bước: a step that carries no data of its own was done, with one of the outcomes that the procedure names there. */
export const stepCompleted = z.strictObject({
  /** The step that was done. */
  at: label(80),
  outcome: label(40),
  reason: freeText().optional(),
  /** The paper by which somebody outside said so. */
  letter: z.strictObject({ number: label(80), date: localDate() }).optional(),
  /** Questions to which no answer came and without which an authority went on (R41). */
  unanswered: z.array(id()).min(1).max(200).optional(),
  ...place,
});
