import { freeText, id, instant, label } from '#libs/domain/kernel';
import { z } from 'zod';

/** Phần việc: the roles in which somebody in particular may hold a dossier; one holder for each. */
export const heldRoles = ['submitter', 'officer', 'secretary', 'clerk', 'authority'] as const;

export type HeldRole = (typeof heldRoles)[number];

const holder = {
  role: z.enum(heldRoles),
  accountId: id(),
  positionId: id(),
  /** The unit of the position: the body at which the dossier lies, or the submitting unit. */
  unitId: id(),
};

/** Who held a dossier when another was detached from it: the holder goes along. */
export const inheritedHolder = z.strictObject({ ...holder, since: instant() });

/** Nhận xử lý: somebody took a free dossier for himself. */
export const dossierClaimed = z.strictObject(holder);

/** Phân công, giao lại: who leads gave the dossier to somebody's position, with a reason where somebody had it. */
export const dossierAssigned = z.strictObject({
  ...holder,
  from: z.strictObject({ accountId: id(), positionId: id() }).optional(),
  reason: freeText().optional(),
});

/**
 * Thôi giữ hồ sơ: the holder gave it back and said why, or an act ended his part: the dossier went to another body, or to
 * its end. One of `reason` and `cause`.
 */
export const dossierReleased = z.strictObject({
  role: z.enum(heldRoles),
  accountId: id(),
  positionId: id(),
  reason: freeText().optional(),
  cause: label(40).optional(),
});
