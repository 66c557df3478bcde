import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { commonWords } from './common-passwords.js';

const LEAST = 12;
const MOST = 200;

/** Fewer different signs than this is a rhythm on one key. */
const LEAST_DIFFERENT = 5;

/**
 * Whether something may become the password of an account: 12 to 200 characters as people count them (grapheme clusters, NFC),
 * none of the first guesses, and not built on the account's id. No rule about kinds of signs: length is what helps (NIST SP
 * 800-63B-4, 3.1.1.2).
 */
export function checkPassword(password: string, accountId: string): Decision<string> {
  const text = password.normalize('NFC');
  const signs = [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  if (signs.length < LEAST || signs.length > MOST)
    return refuse('PASSWORD_LENGTH', { params: { least: LEAST, most: MOST } });
  const lower = text.toLowerCase();
  if (accountId.length > 3 && lower.includes(accountId.toLowerCase())) return refuse('PASSWORD_HOLDS_ACCOUNT');
  if (isGuessable(lower, new Set(signs).size)) return refuse('PASSWORD_COMMON');
  return ok(text);
}

function isGuessable(lower: string, different: number): boolean {
  if (different < LEAST_DIFFERENT) return true;
  const joined = lower.replace(/\s+/g, '');
  const core = joined.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return commonWords.has(joined) || commonWords.has(core) || isRun(joined);
}

/** `123456789012`, `abcdefghijkl`, `987654321098`: each sign the neighbour of the one before. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const neighbours = steps.filter((step) => Math.abs(step) === 1 || Math.abs(step) === 9).length;
  return neighbours === steps.length;
}
