import { freeText, id, instant, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';

const letter = z.strictObject({ number: label(80), date: localDate() });

export const opinionAnswers = ['agrees', 'objects', 'comments'] as const;

/** Cơ quan được hỏi: a unit that works in the system, or a body outside, by its name. */
export const askedBody = z.strictObject({ unitId: id().optional(), name: label() });

/** Lấy ý kiến hiệp y: one body was asked. Each body asked is a fact of its own, with a clock of its own (R41). */
export const opinionRequested = z.strictObject({
  opinionId: id(),
  /** The step and the level at which it was asked. */
  at: label(80),
  level: label(40),
  /** The unit that asked, and that writes down the answer of a body outside. */
  byUnitId: id(),
  body: askedBody,
  question: freeText(),
  /** Whom it is about; without it, everybody in the dossier. */
  nominees: z.array(id()).min(1).max(2_000).optional(),
  letter: letter.optional(),
});

const answer = z.strictObject({
  answer: z.enum(opinionAnswers),
  text: freeText().optional(),
  letter: letter.optional(),
  /** A paper of this dossier that holds the answer, by its SHA-256. */
  document: label(64).optional(),
  /** The body answered in the system itself; else an officer wrote its letter down. */
  byBody: z.boolean(),
  /** The dossier had gone on without it (R41): recorded, and shown as late for good. */
  late: z.boolean(),
});

/** Ý kiến trả lời: what the body answered. It holds from when the answer came. */
export const opinionReceived = answer.extend({ opinionId: id() });

/** Thôi lấy ý kiến: the question was taken back; nobody waits for its answer any more. */
export const opinionWithdrawn = z.strictObject({ opinionId: id(), reason: freeText() });

/** A question and what became of it, as a detached dossier takes it over. */
export const inheritedOpinion = opinionRequested.extend({
  askedAt: instant(),
  answer: answer.extend({ at: instant() }).exactOptional(),
  withdrawn: z.strictObject({ reason: freeText(), at: instant() }).exactOptional(),
  /** When the dossier went on without the answer. */
  passedOverAt: instant().exactOptional(),
});
