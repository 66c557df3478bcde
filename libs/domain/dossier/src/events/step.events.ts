import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { place } from './place.js';

const counts = z.int().nonnegative().max(1_000);

/** Phiên họp ghi theo biên bản: who was there when a council answered, where no votes are counted for each nominee here. */
export const writtenDownSession = z.strictObject({
  heldOn: localDate(),
  minutes: z.strictObject({ number: label(80), date: localDate() }),
  /** All members of the council when the session opened (R28). */
  members: counts.min(1),
  present: counts,
  /** Absent members who answered in writing (R29). */
  written: counts,
});

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
  /** Where the step was a vote whose result was written down: the session. */
  session: writtenDownSession.optional(),
  /** The letter that carried it up, where that carries several dossiers. */
  submissionId: id().optional(),
  ...place,
});
