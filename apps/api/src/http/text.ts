import { type Decision, ok, refuse } from '#libs/domain/kernel';

/** Deeper than anything that is sent here for a reason; shallow enough for every stack. */
const MAX_DEPTH = 64;

/**
 * What came from outside, with every text in it in NFC, names of fields too: the same letters are the same bytes from here on.
 * Refuses with `MALFORMED_REQUEST` what no text may hold (NUL, half a surrogate pair) and what is nested too deep, by the path
 * and never by the value.
 */
export function readText<T>(value: T, where = '(root)'): Decision<T> {
  const fault = (issue: string): Decision<T> =>
    refuse('MALFORMED_REQUEST', { params: { issues: `${where}: ${issue}` } });
  try {
    return ok(read(value, 0) as T);
  } catch (error) {
    if (error instanceof Unreadable) return fault(error.message);
    throw error;
  }
}

class Unreadable extends Error {}

function read(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return readString(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) throw new Unreadable(`nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) return value.map((each) => read(each, depth + 1));
  // Defines each key as the object's own, whatever it is called.
  const entries = Object.entries(value).map(([key, each]) => [readString(key), read(each, depth + 1)] as const);
  const result = Object.fromEntries(entries);
  if (Object.keys(result).length < entries.length) throw new Unreadable('a field stands twice');
  return result;
}

function readString(text: string): string {
  if (text.includes('\0')) throw new Unreadable('holds NUL');
  if (/\p{Surrogate}/u.test(text)) throw new Unreadable('holds half a surrogate pair');
  return text.normalize('NFC');
}

/** Set by a query string that cannot be read: the parser itself may not throw. */
const FAULT = Symbol('fault');

/** A query string: each name once, percent-encoded UTF-8, `+` a blank. What is wrong with it is said by `queryOf`. */
export function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> & { [FAULT]?: string } = {};
  for (const part of text.split('&')) {
    if (part === '') continue;
    const split = part.indexOf('=');
    const name = decoded(split < 0 ? part : part.slice(0, split));
    const value = decoded(split < 0 ? '' : part.slice(split + 1));
    if (name === undefined || value === undefined) query[FAULT] = 'not percent-encoded UTF-8';
    else if (Object.hasOwn(query, name)) query[FAULT] = 'a name stands twice';
    else Object.defineProperty(query, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return query;
}

/** The query string as text that may be used; refuses `MALFORMED_REQUEST`. */
export function queryOf(query: unknown): Decision<unknown> {
  const fault = (query as { [FAULT]?: string } | null | undefined)?.[FAULT];
  return fault === undefined
    ? readText(query, 'query')
    : refuse('MALFORMED_REQUEST', { params: { issues: `query: ${fault}` } });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
