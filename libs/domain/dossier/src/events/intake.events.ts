import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { procedurePin } from './drafting.events.js';
import { place } from './place.js';

/** What an officer asks the unit to bring. */
export const supplementItem = z.strictObject({
  document: label(40).optional(),
  note: freeText('dossier', 500).optional(),
});

/** Tiếp nhận hồ sơ: the full dossier was received; it is bound to the rules of that day (R1) and its clocks start (R7). */
export const dossierReceived = z.strictObject({
  procedure: procedurePin,
  /** The pin holds until a level above receives the dossier: only the one that decides binds it for good (R1). */
  provisional: z.boolean().optional(),
  /** The version to which an earlier receipt had bound it for the time being, where that was another one. */
  boundBefore: procedurePin.optional(),
  /** What the receipt must be told: the version's text was not read, it ends soon (R3), or a condition that only warns is not met. */
  warnings: z.array(z.enum(['CONFIDENCE_UNKNOWN', 'EXPIRES_SOON', 'PREREQUISITE_DOUBTFUL'])),
  cluster: label().optional(),
  /** The level that received it: each has a receipt of its own. */
  level: label(40).optional(),
  /** The letter with which it was received, where that carries several dossiers. */
  submissionId: id().optional(),
  ...place,
});

/** Yêu cầu bổ sung: something is missing. */
export const supplementRequested = z.strictObject({
  items: z.array(supplementItem).min(1),
  reason: freeText(),
  answerBy: localDate().optional(),
  ...place,
});

/** Bổ sung hồ sơ: the unit answered. */
export const dossierSupplemented = z.strictObject({ note: freeText().optional(), ...place });

/** Trả lại hồ sơ: not qualified, given back in writing with the reason (R8). */
export const dossierReturned = z.strictObject({ reason: freeText(), ...place });
