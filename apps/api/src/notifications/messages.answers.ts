import { choosableChannels } from '#libs/service/notifications';
import { messageCategories } from '#libs/service/law';
import { z } from 'zod';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const choice = z.enum(['on', 'digest', 'off']);
const cell = z.strictObject({ choice, choices: z.array(choice) });

/** What somebody gets of which kind of message, on which channel. */
export const preferencesAnswer = z
  .strictObject({
    categories: z.array(
      z.strictObject({
        category: z.enum(messageCategories),
        names: z.strictObject({ vi: z.string(), en: z.string() }),
        statutory: z.boolean(),
        channels: z.strictObject({ in_app: cell, email: cell, webhook: cell }),
      }),
    ),
    quietHours: z.strictObject({ from: hour, until: hour }).nullable(),
  })
  .meta({ id: 'NotificationPreferences' });

export const preferencesBody = z.strictObject({
  choices: z
    .array(z.strictObject({ category: z.enum(messageCategories), channel: z.enum(choosableChannels), choice }))
    .max(50)
    .default([]),
  /** Quiet hours of one's own, besides the office's; `null` gives them up. */
  quietHours: z.strictObject({ from: hour, until: hour }).nullable().optional(),
});

export const deliveryStates = ['queued', 'held', 'suppressed', 'sent', 'failed_temporary', 'bounced', 'dead'] as const;

const attempt = z.strictObject({
  attempt: z.int(),
  at: z.string(),
  outcome: z.enum(['sent', 'temporary', 'permanent', 'resend', 'discard']),
  code: z.string().nullable(),
  by: z.string().nullable(),
  note: z.string().nullable().meta({ description: 'Why it was discarded.' }),
});

const entry = z
  .strictObject({
    id: z.string(),
    channel: z.string(),
    accountId: z.string(),
    kind: z.enum(['reminder', 'alarm']),
    category: z.enum(messageCategories),
    dossierId: z.string().nullable(),
    rung: z.string().nullable(),
    state: z.enum(deliveryStates),
    reason: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    letterId: z.string().nullable(),
    form: z.enum(['single', 'bundle', 'digest']).nullable(),
    attempts: z.array(attempt),
  })
  .meta({ id: 'Delivery' });

export const deliveriesAnswer = z.strictObject({ items: z.array(entry), next: z.string().nullable() });

export const failedLetters = z.strictObject({
  items: z.array(
    z
      .strictObject({
        deliveryId: z.string(),
        letterId: z.string(),
        state: z.enum(['bounced', 'dead']),
        channel: z.string(),
        accountId: z.string(),
        code: z.string().nullable(),
        changedAt: z.string(),
        /** What does not reach somebody: a reminder of this clock of this dossier, or an alarm. */
        kind: z.enum(['reminder', 'alarm']),
        dossierId: z.string().nullable(),
        award: z.string().nullable(),
        step: z.string().nullable(),
        clock: z.string().nullable(),
        clockNames: z.strictObject({ vi: z.string(), en: z.string() }).nullable(),
        rung: z.string().nullable(),
        dueAt: z.string().nullable(),
        clockState: z.string().nullable().meta({ description: 'Of the clock now: `met` needs no reminder any more.' }),
      })
      .meta({
        id: 'FailedLetter',
        description: 'A message that did not arrive, and what somebody does not know because of it.',
      }),
  ),
  next: z.string().nullable(),
});

export const resendAllBody = z.strictObject({ state: z.enum(['bounced', 'dead']).optional() });
export const resendAllAnswer = z.strictObject({ letters: z.int().nonnegative() });
export const discardBody = z.strictObject({ reason: z.string().trim().min(1).max(500).normalize('NFC') });

export const resendAnswer = z.strictObject({ letterId: z.string() });

export const sendingAnswer = z
  .strictObject({
    state: z.enum(['open', 'held']),
    reason: z.enum(['restored', 'operator']).nullable(),
    resumeFrom: z.string().nullable(),
  })
  .meta({ id: 'SendingState' });
