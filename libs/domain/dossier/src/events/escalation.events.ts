import { freeText, id, label } from '#libs/domain/kernel';
import { gradeCode } from '#libs/domain/procedure';
import { z } from 'zod';
import { documentAttached, dossierDrafted, nominee, secrecyLevels } from './drafting.events.js';

/** Trình cấp trên khen thưởng: some nominees are proposed for another award, in a dossier of their own. */
export const nomineesEscalated = z.strictObject({
  childDossierId: id(),
  /** The other award. */
  procedureCode: label(40),
  /** The body that shall receive the new dossier; this one stays where it lies, which `bodyId` would say. */
  childBodyId: id(),
  /** Hạng: for which grade all of them are proposed, where the other award has several. */
  grade: gradeCode.optional(),
  /** What the new dossier is called, where it is not as this one. */
  title: label().optional(),
  nominees: z.array(id()).min(1),
  reason: freeText(),
});

/**
 * Mở hồ sơ trình cấp trên: a draft for another award, with the nominees, what they state and the papers about them, and nothing
 * of what was received, found, voted or decided before.
 */
export const escalatedDossierOpened = dossierDrafted.extend({
  parentDossierId: id(),
  /** The award for which they were proposed before. */
  parentProcedureCode: label(40),
  nominees: z.array(nominee).min(1),
  documents: z.array(documentAttached),
  /** The child of a secret dossier is secret (R9). */
  secrecy: z.enum(secrecyLevels),
});
