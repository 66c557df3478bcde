import { freeText, id } from '#libs/domain/kernel';
import { z } from 'zod';
import { heldRoles } from '../events/work.events.js';

/** Nhận xử lý: take a free dossier; without a role, in the one of the actor's whose work it is at this step. */
export const claimDossier = z.strictObject({ role: z.enum(heldRoles).optional() });

/** Phân công hoặc giao lại: to an account in a position of the body; from somebody else only with a reason. */
export const assignDossier = z.strictObject({
  role: z.enum(heldRoles).exclude(['submitter']).default('officer'),
  accountId: id(),
  positionId: id(),
  reason: freeText().optional(),
});

/** Trả lại việc: the holder gives the dossier back to his group. */
export const releaseDossier = z.strictObject({ role: z.enum(heldRoles).optional(), reason: freeText() });
