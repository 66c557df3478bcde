import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { gradeCode } from '#libs/domain/procedure';
import { z } from 'zod';
import { factCorrected, suspensionGrounds } from '../events/side.events.js';

/** Rút hồ sơ. */
export const withdrawDossier = z.strictObject({ reason: freeText() });

/** Tạm dừng (R18). */
export const suspendDossier = z.strictObject({
  ground: z.enum(suspensionGrounds),
  reason: freeText(),
  letter: z.strictObject({ number: label(80), date: localDate() }),
});

/** Tiếp tục. */
export const resumeDossier = z.strictObject({ reason: freeText() });

/** Tách đối tượng sang hồ sơ riêng, same award, same pin. */
export const detachNominees = z.strictObject({ nominees: z.array(id()).min(1).max(2_000), reason: freeText() });

const otherAward = {
  procedureCode: label(40),
  /** The body that shall receive the new dossier. */
  bodyId: id(),
  /** Hạng: demanded by the award, not by shape; the same for all of them. */
  grade: gradeCode.optional(),
  /** What the new dossier is called; without it as the one that they leave. */
  title: label().optional(),
};

/** Trình cấp trên khen thưởng: they go on in a dossier of their own for another award, with its own procedure. */
export const escalateNominees = z.strictObject({
  nominees: z.array(id()).min(1).max(2_000),
  ...otherAward,
  reason: freeText(),
});

/** Đính chính (R59). */
export const correctFact = factCorrected;

/** Mở hồ sơ tách; done because nominees were detached from the parent. The terms come from the parent's state. */
export const openDetachedDossier = z.strictObject({ parentDossierId: id(), nominees: z.array(id()).min(1) });

/** Mở hồ sơ trình cấp trên; done because nominees of the parent were proposed for another award. */
export const openEscalatedDossier = z.strictObject({
  parentDossierId: id(),
  ...otherAward,
  nominees: z.array(id()).min(1),
});

/** Ghi nhận quá hạn; done by the sweep when the moment has passed. */
export const recordMissedDeadline = z.strictObject({ deadlineId: id(), version: z.int().positive() });

/** Tính lại thời hạn theo lịch; done when a working calendar was changed. */
export const settleDeadlines = z.strictObject({});
