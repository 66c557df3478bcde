import { freeText, id, label, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { askedBody, opinionAnswers } from '../events/opinion.events.js';

const letter = z.strictObject({ number: label(80), date: localDate() });

/** Lấy ý kiến hiệp y: the same question to one or several bodies; each answers for itself. */
export const askOpinion = z.strictObject({
  bodies: z.array(askedBody).min(1).max(20),
  question: freeText(),
  nominees: z.array(id()).min(1).max(2_000).optional(),
  letter: letter.optional(),
});

const said = { answer: z.enum(opinionAnswers), text: freeText().optional(), letter: letter.optional() };

/** Ghi ý kiến trả lời: by the unit that asked, from the body's letter. Also long after the dossier went on. */
export const recordOpinion = z.strictObject({ opinionId: id(), ...said, document: label(64).optional() });

/** Thôi lấy ý kiến. */
export const withdrawOpinion = z.strictObject({ opinionId: id(), reason: freeText() });

/** Trả lời ý kiến: by the body that was asked, where it works in the system. */
export const answerOpinion = z.strictObject({ opinionId: id(), ...said });
