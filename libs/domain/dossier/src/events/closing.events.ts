import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { place } from './place.js';

/** Đưa vào dự thảo quyết định: nominees stand in the draft of one decision, and so in no other. */
export const nomineesEnteredInDecision = z.strictObject({ decisionId: id(), nominees: z.array(id()).min(1) });

/** Rút khỏi dự thảo quyết định: the draft was given up. */
export const nomineesReleasedFromDecision = z.strictObject({ decisionId: id(), reason: freeText() });

/** Nhận quyết định: the decision about this dossier's nominees was issued. */
export const decisionReceived = z.strictObject({
  decisionId: id(),
  number: z.int().positive(),
  symbol: label(80),
  date: localDate(),
  nominees: z.array(id()).min(1),
  ...place,
});

/** Trao tặng: the awards were conferred. */
export const awardConferred = z.strictObject({
  heldOn: localDate(),
  place: label().optional(),
  nominees: z.array(id()).min(1),
  ...place,
});

/** Lưu trữ: the dossier was handed to the archive. */
export const dossierArchived = z.strictObject({ location: label().optional(), ...place });
