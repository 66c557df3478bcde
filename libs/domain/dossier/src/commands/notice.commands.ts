import { freeText, id, label, localDate, personal } from '#libs/domain/kernel';
import { z } from 'zod';
import { noticeContact, objectionKinds, objectionOutcomes } from '../events/notice.events.js';

const letter = z.strictObject({ number: label(80), date: localDate() });

/** Đăng công khai: the names of all who are still in question. The procedure says for how long. */
export const openNotice = z.strictObject({ where: label(), contact: noticeContact });

/** Ghi phản ánh. A substantiated complaint or denunciation comes by letter, and suspends the dossier (R40, R18). */
export const recordObjection = z.strictObject({
  kind: z.enum(objectionKinds),
  nominees: z.array(id()).min(1).max(2_000).optional(),
  text: freeText(),
  from: personal(label(), 'dossier').optional(),
  letter: letter.optional(),
  substantiated: z.boolean().default(false),
});

/** Giải quyết phản ánh, with what was found. */
export const resolveObjection = z.strictObject({
  objectionId: id(),
  outcome: z.enum(objectionOutcomes),
  reason: freeText(),
  letter: letter.optional(),
});
