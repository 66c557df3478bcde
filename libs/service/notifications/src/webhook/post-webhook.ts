import { lookup } from 'node:dns';
import { request as http } from 'node:http';
import { request as https, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { checkTarget, hostAndPortOf, isPublic, type OwnTargets } from './webhook-target.js';
import { signWebhook } from './webhook-signature.js';

export interface WebhookMessage {
  /** The same for every attempt. */
  readonly id: string;
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
  /** JSON with ids, codes and moments only. */
  readonly body: string;
}

/** What became of an attempt, as for letters; `code` never holds the receiver's words. */
export type WebhookOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'temporary' | 'permanent'; readonly code: string };

export interface PostWebhookOptions {
  readonly own: OwnTargets;
  /** A certificate authority of the office's own, for its own targets. */
  readonly ca?: string;
  /** Default 10,000. */
  readonly timeoutMs?: number;
}

/** Worth another attempt although the receiver says it is our fault: it is busy, or wants us to wait. */
const COME_AGAIN = new Set([408, 409, 425, 429]);

/**
 * Posts one message. Follows no redirect, reads no answer but its status, gives up after a while. The address is checked
 * again where the connection is made: a name may have come to mean another machine since it was entered.
 */
export async function postWebhook(message: WebhookMessage, options: PostWebhookOptions): Promise<WebhookOutcome> {
  const target = checkTarget(message.url, options.own);
  if (!target.ok) return { kind: 'permanent', code: target.error.code };
  const url = target.value;
  const { timeoutMs = 10_000, ca } = options;
  const settings: RequestOptions = {
    method: 'POST',
    // No connection is kept: the next message may go to another machine under the same name.
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(message.body),
      'user-agent': 'VinhDanh-Webhook',
      ...signWebhook(message.secret, message.id, Math.floor(Date.now() / 1_000), message.body),
    },
    ...(options.own.has(hostAndPortOf(url)) ? {} : { lookup: publicOnly }),
    ...(ca === undefined ? {} : { ca }),
  };
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? https : http)(url, settings, (response) => {
      response.destroy();
      resolve(outcomeOf(response.statusCode ?? 0));
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve(outcomeOfError(error)));
    request.end(message.body);
  });
}

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const code = `HTTP_${status}`;
  return { kind: status < 300 || status >= 500 || COME_AGAIN.has(status) ? 'temporary' : 'permanent', code };
}

function outcomeOfError({ name, code }: NodeJS.ErrnoException): WebhookOutcome {
  if (code === NOT_PUBLIC) return { kind: 'permanent', code: 'WEBHOOK_TARGET_NOT_ALLOWED' };
  if (name === 'AbortError' || name === 'TimeoutError') return { kind: 'temporary', code: 'TIMEOUT' };
  return { kind: 'temporary', code: code && /^[A-Z_\d]+$/.test(code) ? code : 'WEBHOOK_NOT_SENT' };
}

const NOT_PUBLIC = 'NOT_PUBLIC';

/** Resolves a name, and fails when any of its addresses is not one of the open internet. */
const publicOnly: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublic(address)))
      return answer(Object.assign(new Error('Not on the open internet.'), { code: NOT_PUBLIC }), '', 0);
    const [first] = addresses;
    if (options.all) return answer(null, addresses);
    return answer(null, first?.address ?? '', first?.family ?? 0);
  });
};
