import { freeText, id, instant, label, localDate, personal } from '#libs/domain/kernel';
import { z } from 'zod';

const letter = z.strictObject({ number: label(80), date: localDate() });

/** Where people send what they think of it: an office, never a person. */
export const noticeContact = z.strictObject({
  address: label(),
  phone: label(40).optional(),
  email: label(120).optional(),
});

/** Đăng công khai: the list hangs out, and anybody may say what he thinks of it (R39). */
export const publicNoticeOpened = z.strictObject({
  noticeId: id(),
  /** The step and the level at which it was put up. */
  at: label(80),
  level: label(40),
  byUnitId: id(),
  /** Whose names hang out. */
  nominees: z.array(id()).min(1).max(2_000),
  /** Where it hangs besides the system's own page. */
  where: label(),
  contact: noticeContact,
  /** The clock of its time and the turn of it; absent where the law's figure is unknown. */
  clock: label(40).optional(),
  deadlineId: id().optional(),
});

/** Kết thúc công khai: its whole time has passed and the dossier goes on, or has come to an end. */
export const publicNoticeClosed = z.strictObject({ noticeId: id() });

export const objectionKinds = ['comment', 'complaint', 'denunciation'] as const;
export const objectionOutcomes = ['answered', 'unfounded', 'upheld'] as const;

/**
 * Phản ánh, khiếu nại, tố cáo: what somebody said about the list (R40). Who said it is for the body that examines it and for
 * auditors; it stands in no sentence, list or page.
 */
export const objectionRecorded = z.strictObject({
  objectionId: id(),
  noticeId: id(),
  kind: z.enum(objectionKinds),
  /** Whom it is about; without it, the list as a whole. */
  nominees: z.array(id()).min(1).max(2_000).optional(),
  text: freeText(),
  /** Người phản ánh; absent for an unsigned one. */
  from: personal(label(), 'dossier').optional(),
  letter: letter.optional(),
  /** It is signed and brings evidence: until it is settled the dossier stands still (R18). */
  substantiated: z.boolean(),
  /** It came while the notice hung out. */
  inTime: z.boolean(),
});

/** Giải quyết phản ánh: it was answered, found without ground, or upheld. */
export const objectionResolved = z.strictObject({
  objectionId: id(),
  outcome: z.enum(objectionOutcomes),
  reason: freeText(),
  letter: letter.optional(),
});

/** A notice as a detached dossier takes it over. */
export const inheritedNotice = publicNoticeOpened.extend({ openedAt: instant(), closedAt: instant().exactOptional() });

/** An objection as a detached dossier takes it over. */
export const inheritedObjection = objectionRecorded.extend({
  at: instant(),
  resolved: objectionResolved.omit({ objectionId: true }).extend({ at: instant() }).exactOptional(),
});
