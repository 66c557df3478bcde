import { freeText, id, label, localDate, personal } from '#libs/domain/kernel';
import { nomineeClaims } from '#libs/domain/eligibility';
import { awardKinds, gradeCode, nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { place } from './place.js';

/** The version of a procedure to which a dossier is bound, by content hash (R1). */
export const procedurePin = z.strictObject({ code: label(40), version: label(40), hash: label(64) });

/** By what the same recipient is recognised in other dossiers and lists. */
export const nomineeIdentity = {
  /** Số định danh cá nhân; of a collective the code of the unit. */
  code: personal(z.string().regex(/^[A-Za-z0-9.-]{4,40}$/), 'nominee').optional(),
  /** Of individuals only. */
  birthDate: personal(localDate(), 'nominee').optional(),
};

/** Who or what is proposed (đối tượng đề nghị khen thưởng). The id (`N17`) is the dossier's own and names nobody. */
export const nominee = z.strictObject({
  id: id(),
  kind: z.enum(nomineeKinds),
  name: personal(label(), 'nominee'),
  /** Of individuals only. */
  sex: personal(z.enum(['female', 'male']), 'nominee').optional(),
  /** Direct worker (người lao động trực tiếp) or leader; of individuals only. */
  standing: personal(z.enum(['direct_worker', 'leader']), 'nominee').optional(),
  /** The unit in which the nominee works, as the list has it. */
  unit: label(),
  /** Cluster or block (cụm, khối thi đua). */
  cluster: label().optional(),
  /** Hạng đề nghị: for which grade, where the award has several. */
  grade: gradeCode.optional(),
  ...nomineeIdentity,
  /** What the unit states for the criteria to be judged by. */
  claims: nomineeClaims.optional(),
});

/** Levels of state secrets (độ mật); `none` for an open dossier. */
export const secrecyLevels = ['none', 'mat', 'toi_mat', 'tuyet_mat'] as const;

/** Soạn hồ sơ: a unit began a dossier. Its procedure is provisional until the receipt. */
export const dossierDrafted = z.strictObject({
  dossierId: id(),
  procedureCode: label(40),
  kind: z.enum(awardKinds),
  /** What the batch is about; shown in lists, so it must not name people. */
  title: label(),
  submittingUnitId: id(),
  /** The body that receives, appraises and decides. */
  bodyId: id(),
  cluster: label().optional(),
  /** Level of the administration → the unit that stands for it on this dossier's way, as far as it is known. */
  units: z.record(label(40), id()).optional(),
  step: place.step,
  places: place.places,
});

/** Thêm đối tượng: nominees joined the dossier. */
export const nomineesAdded = z.strictObject({ nominees: z.array(nominee).min(1) });

/** What a file may be. */
export const documentMediaTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
] as const;

/** Đính kèm giấy tờ: a component of the dossier was handed in; the file itself lies outside the log. */
export const documentAttached = z.strictObject({
  document: label(40),
  form: z.strictObject({ number: label(40), decree: label(80) }).optional(),
  formats: z
    .array(z.enum(['docx', 'pdf']))
    .min(1)
    .optional(),
  /** Lower-case hexadecimal SHA-256 of the file. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Of a file that this system keeps, in bytes. A document without it was named, not uploaded: there is nothing to open. */
  size: z.int().positive().optional(),
  /** Of a file that this system keeps: what its bytes are, never what the sender called them. */
  mediaType: z.enum(documentMediaTypes).optional(),
  /** For a secret dossier: what is kept instead of the file (R9). */
  stub: z.strictObject({ number: label(80), date: localDate(), custodian: label(80) }).optional(),
});

/** Xác định độ mật: the dossier was declared secret, or open again. */
export const dossierClassified = z.strictObject({ level: z.enum(secrecyLevels), reason: freeText() });

/** Nộp hồ sơ: the unit signed its letter and handed the dossier in. */
export const dossierSubmitted = z.strictObject({
  letter: z.strictObject({ number: label(80), date: localDate() }).optional(),
  /** Đợt trình hồ sơ in which it was submitted (R53). */
  campaignId: id().optional(),
  ...place,
});
