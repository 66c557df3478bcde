import { createHmac, timingSafeEqual } from 'node:crypto';
import { messageCategories, type MessageCategory } from '#libs/service/law';
import { z } from 'zod';

/** What a link in a letter asks for: less of some categories on a channel, for one account. */
export interface Unsubscription {
  readonly accountId: string;
  readonly channel: 'email';
  readonly categories: readonly MessageCategory[];
}

const payload = z.tuple([z.string().min(1).max(200), z.literal('email'), z.array(z.enum(messageCategories)).min(1)]);

/** Also says for what the key is used, so that no signature of another use passes for one of these. */
const signature = (secret: string | Buffer, text: string): Buffer =>
  createHmac('sha256', secret).update(`vinhdanh unsubscribe 1\n${text}`).digest();

/** A link's secret part. It holds for as long as the installation's secret does: people unsubscribe from old letters. */
export function signUnsubscription(
  secret: string | Buffer,
  { accountId, channel, categories }: Unsubscription,
): string {
  const text = Buffer.from(JSON.stringify([accountId, channel, [...categories].sort()])).toString('base64url');
  return `${text}.${signature(secret, text).toString('base64url')}`;
}

/** What a token asks for; `undefined` for one that this installation never signed. */
export function readUnsubscription(secret: string | Buffer, token: string): Unsubscription | undefined {
  const [text = '', mac = '', ...more] = token.split('.');
  const given = Buffer.from(mac, 'base64url');
  const wanted = signature(secret, text);
  if (more.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const read = payload.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  return read.success ? { accountId: read.data[0], channel: read.data[1], categories: read.data[2] } : undefined;
}
