import type { Account, Session } from '#libs/service/access';
import { z } from 'zod';

const instant = z.iso.datetime();

export const sessionAnswer = z.object({
  id: z.uuid(),
  via: z.enum(['password', 'oidc']),
  /** Whether a second factor was shown in it. */
  secondFactor: z.boolean(),
  userAgent: z.string(),
  createdAt: instant,
  /** To the minute. */
  lastSeenAt: instant,
  endsAt: instant,
});

export const incompleteAnswer = z.enum(['SECOND_FACTOR_REQUIRED', 'PASSWORD_MUST_CHANGE']).nullable();

export const signedInAnswer = z.object({
  account: z.object({ id: z.string(), name: z.string(), language: z.enum(['vi', 'en']) }),
  session: sessionAnswer,
  /** What has to be done before anything else is possible; null when nothing. */
  incomplete: incompleteAnswer,
});

export const sessionsAnswer = z.object({ items: z.array(sessionAnswer.extend({ current: z.boolean() })) });

export const toSessionAnswer = (session: Session): z.infer<typeof sessionAnswer> => ({
  id: session.id,
  via: session.via,
  secondFactor: session.secondFactor,
  userAgent: session.userAgent,
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  endsAt: session.endsAt,
});

export const toSignedInAnswer = (
  { id, name, language }: Account,
  session: Session,
  incomplete: z.infer<typeof incompleteAnswer> | undefined,
): z.infer<typeof signedInAnswer> => ({
  account: { id, name, language },
  session: toSessionAnswer(session),
  incomplete: incomplete ?? null,
});
