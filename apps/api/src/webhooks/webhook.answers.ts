import { z } from 'zod';
import { moment } from '../http/answers.js';

/** Where an account's messages go. The address may hold a secret of the receiver: for operators only. */
export const webhookAnswer = z
  .strictObject({ url: z.string(), pointedBy: z.string(), pointedAt: moment() })
  .meta({ id: 'Webhook', description: 'Where messages to an account go besides its mailbox.' });

/** What messages there are signed with, as Standard Webhooks says. Shown this once. */
export const webhookSecretAnswer = z.strictObject({ secret: z.string() }).meta({ id: 'WebhookSecret' });
