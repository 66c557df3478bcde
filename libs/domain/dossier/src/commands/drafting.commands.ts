import { freeText, id, label, localDate, personal } from '#libs/domain/kernel';
import { nomineeClaims } from '#libs/domain/eligibility';
import { awardKinds, gradeCode, nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { documentMediaTypes, nomineeIdentity, secrecyLevels } from '../events/drafting.events.js';

/** Soạn hồ sơ: begin a dossier for one award. The submitting unit is the actor's own. */
export const draftDossier = z.strictObject({
  procedure: label(40),
  kind: z.enum(awardKinds),
  title: label(),
  /** The body that shall receive it. */
  bodyId: id(),
  cluster: label().optional(),
});

/** Thêm đối tượng: ids N1, N2 … are given in the order of the list. */
export const addNominees = z.strictObject({
  nominees: z
    .array(
      z.strictObject({
        kind: z.enum(nomineeKinds),
        name: personal(label(), 'nominee'),
        sex: z.enum(['female', 'male']).optional(),
        standing: z.enum(['direct_worker', 'leader']).optional(),
        unit: label(),
        cluster: label().optional(),
        /** Demanded by the award, not by shape: only some have grades. */
        grade: gradeCode.optional(),
        ...nomineeIdentity,
        claims: nomineeClaims.optional(),
      }),
    )
    .min(1)
    .max(2_000),
});

/** Đính kèm giấy tờ: say that a component is there; a secret dossier takes only a stub (R9). */
export const attachDocument = z.strictObject({
  document: label(40),
  /** The decree is demanded by rule, not by shape: the refusal then names R11 and its source. */
  form: z.strictObject({ number: label(40), decree: label(80).nullable().default(null) }).optional(),
  formats: z
    .array(z.enum(['docx', 'pdf']))
    .min(1)
    .optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  stub: z.strictObject({ number: label(80), date: localDate(), custodian: label(80) }).optional(),
});

/**
 * The same act by a file that lies in the store. Size and type are what the server found: were a client allowed to say them, a
 * hash that it knows would open a file of somebody else's dossier.
 */
export const attachFile = attachDocument.extend({
  size: z.int().positive().optional(),
  mediaType: z.enum(documentMediaTypes).optional(),
});

/** Xác định độ mật. */
export const classifyDossier = z.strictObject({ level: z.enum(secrecyLevels), reason: freeText() });

/** Nộp hồ sơ. */
export const submitDossier = z.strictObject({
  letter: z.strictObject({ number: label(80), date: localDate() }).optional(),
  /** Đợt trình hồ sơ in which it is submitted: only within its time (R53). */
  campaignId: id().optional(),
});
