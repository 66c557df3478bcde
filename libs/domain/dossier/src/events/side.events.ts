import { freeText, id, instant, label, localDate } from '#libs/domain/kernel';
import { nomineeClaims } from '#libs/domain/eligibility';
import { awardKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { awaitedTerms, deadlineTerms } from './deadline.events.js';
import { favourableRule } from './favourable.events.js';
import { dossierReceived } from './intake.events.js';
import { dossierVoted, verdict } from './judgement.events.js';
import { inheritedNotice, inheritedObjection } from './notice.events.js';
import { inheritedOpinion } from './opinion.events.js';
import { inheritedHolder } from './work.events.js';
import { documentAttached, nominee, procedurePin, secrecyLevels } from './drafting.events.js';
import { place } from './place.js';

/** Rút hồ sơ: the unit took it back. */
export const dossierWithdrawn = z.strictObject({ reason: freeText(), ...place });

export const suspensionGrounds = ['discipline', 'investigation', 'inspection', 'complaint', 'press'] as const;

/** Tạm dừng: something is being verified (R18). The place stays, the clocks stand still. */
export const dossierSuspended = z.strictObject({
  ground: z.enum(suspensionGrounds),
  reason: freeText(),
  letter: z.strictObject({ number: label(80), date: localDate() }),
});

/** Tiếp tục: what was verified is cleared. */
export const dossierResumed = z.strictObject({ reason: freeText() });

/** Tách đối tượng: some nominees go another way in a dossier of their own. */
export const nomineesDetached = z.strictObject({
  childDossierId: id(),
  nominees: z.array(id()).min(1),
  reason: freeText(),
});

/** Mở hồ sơ tách: a dossier that begins where its parent stood: same pin, receipt, place and remaining time. */
export const detachedDossierOpened = z.strictObject({
  dossierId: id(),
  parentDossierId: id(),
  procedureCode: label(40),
  kind: z.enum(awardKinds),
  title: label(),
  submittingUnitId: id(),
  bodyId: id(),
  cluster: label().optional(),
  procedure: procedurePin.optional(),
  /** The next receipt may bind it to another version, as it may its parent (R1). */
  provisional: dossierReceived.shape.provisional,
  /** Versions to which it was bound for the time being, the latest last. */
  boundBefore: z.array(procedurePin).min(1).max(12).optional(),
  receivedAt: instant().optional(),
  /** Rules of later versions that hold for it (R2). */
  favourable: z.array(favourableRule).min(1).max(20).optional(),
  /** Level → when it received the dossier last. */
  receipts: z.record(label(40), instant()).optional(),
  units: z.record(label(40), id()).optional(),
  step: place.step,
  places: place.places,
  council: place.council,
  nominees: z.array(nominee).min(1),
  documents: z.array(documentAttached),
  verdicts: z.array(verdict),
  vote: dossierVoted.omit({ step: true, places: true, council: true, bodyId: true, ended: true }).optional(),
  approved: z.array(id()),
  /** Who did what on the parent, so that four eyes stay four (R42): act → account ids. */
  actors: z.record(z.string(), z.array(id())),
  suspended: z.boolean(),
  /** The child of a secret dossier is secret (R9). */
  secrecy: z.enum(secrecyLevels),
  warnings: dossierReceived.shape.warnings,
  /** Clocks that still wait for something, with their due moments and pauses. */
  deadlines: z.array(deadlineTerms),
  awaited: z.array(awaitedTerms),
  /** What other bodies were asked and answered about these nominees. */
  opinions: z.array(inheritedOpinion).min(1).optional(),
  /** Where they hang out or hung out, and what was said about them. */
  notices: z.array(inheritedNotice).min(1).optional(),
  objections: z.array(inheritedObjection).min(1).optional(),
  /** Who holds it, role by role. */
  holders: z.array(inheritedHolder).min(1).optional(),
});

/** Đính chính: an earlier fact was wrong; it stays as it was recorded, and this one says what holds (R59). */
export const factCorrected = z.strictObject({
  /** The revision that stated the wrong value. */
  revision: z.int().nonnegative(),
  nomineeId: id().optional(),
  field: z.enum(['cluster', 'unit', 'name', 'sex', 'standing', 'title', 'birthDate', 'code', 'grade', 'claims']),
  /** What it said; absent where nothing was stated, and of claims. */
  old: freeText('nominee', 200).optional(),
  /** What is right; absent of claims. */
  new: freeText('nominee', 200).optional(),
  /** Of claims: each that changes as it was stated and as it is right; one that is missing on a side was, or is, not stated. */
  claims: z.strictObject({ old: nomineeClaims, new: nomineeClaims }).optional(),
  reason: freeText(),
});
