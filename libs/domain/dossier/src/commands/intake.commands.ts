import { freeText, localDate, personal } from '#libs/domain/kernel';
import { z } from 'zod';
import { supplementItem } from '../events/intake.events.js';

/** A reason is demanded by rule, not by shape: the refusal then names R8 and its source. */
const reason = () => personal(z.string().trim().max(2_000).normalize('NFC'), 'dossier').default('');

/** Tiếp nhận hồ sơ: bind it to the rules of the day and start its clocks. */
export const receiveDossier = z.strictObject({});

/** Yêu cầu bổ sung: name what is missing and, if need be, by when. */
export const requestSupplement = z.strictObject({
  items: z.array(supplementItem).min(1).max(50),
  reason: reason(),
  answerBy: localDate().optional(),
});

/** Bổ sung hồ sơ. */
export const supplementDossier = z.strictObject({ note: freeText().optional() });

/** Trả lại hồ sơ, bằng văn bản có lý do (R8). */
export const returnDossier = z.strictObject({ reason: reason() });
