import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';

/** Đưa vào dự thảo quyết định; done by the decision's own draft, never by hand. */
export const enterInDecision = z.strictObject({ decisionId: id(), nominees: z.array(id()).min(1) });

/** Rút khỏi dự thảo; done when a draft is given up. */
export const releaseFromDecision = z.strictObject({ decisionId: id(), reason: freeText() });

/** Nhận quyết định; done because the decision was issued. */
export const receiveDecision = z.strictObject({
  decisionId: id(),
  number: z.int().positive(),
  symbol: label(80),
  date: localDate(),
  nominees: z.array(id()).min(1),
});

/** Trao tặng. */
export const conferAwards = z.strictObject({ heldOn: localDate(), place: label().optional() });

/** Lưu trữ. */
export const archiveDossier = z.strictObject({ location: label().optional() });
