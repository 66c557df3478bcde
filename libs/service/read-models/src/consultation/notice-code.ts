import { createHash } from 'node:crypto';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/**
 * What stands in the address of a public notice: it follows from dossier and notice, so that a table filled anew has the same ones,
 * and leads back to neither. Crockford's letters, to be typed from a poster.
 */
export function noticeCode(dossierId: string, noticeId: string): string {
  const digest = createHash('sha256').update(`public-notice ${dossierId} ${noticeId}`).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte & 31]).join('');
}
