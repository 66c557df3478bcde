import { createHmac } from 'node:crypto';

export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/**
 * The headers of Standard Webhooks (https://www.standardwebhooks.com): the receiver checks that we wrote this body, and by the time in it
 * that nobody sends it again later. The id is the same for every attempt, so that a receiver sees one message.
 * @param secret `whsec_` and the key in base64. @param at seconds since 1970.
 */
export function signWebhook(secret: string, id: string, at: number, body: string): WebhookHeaders {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}
