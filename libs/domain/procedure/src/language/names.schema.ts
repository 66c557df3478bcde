import { z } from 'zod';
import { acts } from '../act.js';

/** An act of the engine. */
export const act = z.enum(acts);

/** The name of a step: `intake`, `mp.council`. It says nothing by itself; what a step is stands in its kind. */
export const stepName = z.string().regex(/^[a-z][a-z0-9._-]*$/);

/** The name of a level of the administration, as the procedure lists them. */
export const levelName = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

/** The name of an outcome, a vote or a clock. */
export const wordName = z.string().regex(/^[a-z][a-z0-9_-]*$/);

/** The code of a component of the dossier: `TT`, `BB_PHIEU`. */
export const documentCode = z.string().min(1).max(40);

export const ladderName = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** The roles that a procedure may give an act to. */
export const actingRoles = [
  'submitter',
  'officer',
  'section_head',
  'secretary',
  'authority',
  'clerk',
  'system',
] as const;

export const role = z.enum(actingRoles);

export type ActingRole = z.infer<typeof role>;

/** A role, and the level at which it acts: `officer@MP`; without a level, at the level of the step. */
export const roleAtPattern = new RegExp(`^(${actingRoles.join('|')})(@[A-Z][A-Z0-9_]*)?$`);
export const roleAt = z.string().regex(roleAtPattern);

/** The code of a grade (hạng) of an award: `hang-1`. */
export const gradeCode = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/);

export const nomineeKinds = ['individual', 'collective', 'household'] as const;
export const awardKinds = ['cong_trang', 'dot_xuat', 'chuyen_de', 'cong_hien', 'doi_ngoai', 'nien_han'] as const;

export type NomineeKind = (typeof nomineeKinds)[number];
export type AwardKind = (typeof awardKinds)[number];
