import { accountActs } from '#libs/service/access';
import { z } from 'zod';

const instant = z.iso.datetime();

export const accountAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  language: z.enum(['vi', 'en']),
  sample: z.boolean(),
  closedAt: instant.nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
});

export const accountsAnswer = z.object({ items: z.array(accountAnswer), next: z.string().nullable() });

export const openedAccountAnswer = z.object({ id: z.string() });

/** Shown once. */
export const oneTimePasswordAnswer = z.object({ password: z.string(), expiresAt: instant });

export const actsAnswer = z.object({
  items: z.array(
    z.object({
      ordinal: z.int(),
      at: instant,
      /** The account that did it; `command-line` for somebody at the machine itself. */
      actorId: z.string(),
      act: z.enum(accountActs),
      accountId: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
