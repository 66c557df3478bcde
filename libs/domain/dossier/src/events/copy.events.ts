import { freeText, id, label, localDate, personal } from '#libs/domain/kernel';
import { z } from 'zod';

/** Nơi nhận: the body that submitted, who is honoured, or somebody else who has to know. */
export const addressee = z.strictObject({
  as: z.enum(['submitter', 'recipient', 'other']),
  unitId: id().optional(),
  name: personal(label(), 'nominee'),
});

export const copyChannels = ['paper', 'electronic', 'in_person'] as const;

/** Sao gửi quyết định: a copy of the decision went out (R47). */
export const decisionCopied = z.strictObject({
  copyId: id(),
  decisionId: id(),
  /** The step at which it was sent. */
  at: label(80),
  to: addressee,
  /** On whose account it was sent. */
  nominees: z.array(id()).min(1).max(2_000),
  sentOn: localDate(),
  channel: z.enum(copyChannels),
});

/** Đính chính nơi nhận: it had gone to the wrong place. The mistake stays as it was recorded; this says where it is now. */
export const copyCorrected = z.strictObject({
  copyId: id(),
  to: addressee,
  sentOn: localDate(),
  reason: freeText(),
});
