import { personRoles } from '#libs/domain/kernel';
import { z } from 'zod';
import { incompleteAnswer, sessionAnswer } from '../sessions/session.answers.js';

const instant = z.iso.datetime();

export const meAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  language: z.enum(['vi', 'en']),
  roles: z.array(z.enum([...personRoles, 'system'])),
  secondFactorOn: z.boolean(),
  /** Null for who came with an access token. */
  session: sessionAnswer.nullable(),
  incomplete: incompleteAnswer,
});

export const enrolmentAnswer = z.object({
  /** Base32, for typing. */
  secret: z.string(),
  /** `otpauth://`, for a QR code. */
  uri: z.string(),
});

export const recoveryCodesAnswer = z.object({ recoveryCodes: z.array(z.string()) });

export const tokensAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      createdAt: instant,
      expiresAt: instant.nullable(),
      /** To the hour. */
      lastUsedAt: instant.nullable(),
    }),
  ),
});

/** Shown once. */
export const issuedTokenAnswer = z.object({ id: z.uuid(), token: z.string(), expiresAt: instant });
