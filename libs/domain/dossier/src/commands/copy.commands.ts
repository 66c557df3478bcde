import { freeText, id, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { addressee, copyChannels } from '../events/copy.events.js';

/** Sao gửi quyết định: to whom, and on whose account; without nominees, on account of all whom the decision names. */
export const sendCopies = z.strictObject({
  copies: z
    .array(z.strictObject({ to: addressee, nominees: z.array(id()).min(1).max(2_000).optional() }))
    .min(1)
    .max(500),
  sentOn: localDate(),
  channel: z.enum(copyChannels),
});

/** Đính chính nơi nhận: it went to the wrong place, and was sent to the right one on a day. */
export const correctCopy = z.strictObject({ copyId: id(), to: addressee, sentOn: localDate(), reason: freeText() });
